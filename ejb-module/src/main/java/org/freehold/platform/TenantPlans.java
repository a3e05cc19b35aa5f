package org.freehold.platform;

import java.time.Instant;
import java.util.Optional;

/** The port through which the plan of the tenant of the call is changed, in its transaction. */
public interface TenantPlans {
  /** The tenant has the plan and its tier from here on; whoever was on trial has chosen with it. */
  void take(TenantId tenant, String plan, String tier);

  /** The plan that the tenant has as the running transaction sees it. */
  String plan(TenantId tenant);

  /** When the trial of a tenant on trial ends. */
  Optional<Instant> trialEnd(TenantId tenant);
}
