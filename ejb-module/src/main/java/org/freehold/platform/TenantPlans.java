package org.freehold.platform;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The port through which the plan of the tenant of the call is changed, in its transaction. */
public interface TenantPlans {
  /** What the status of a tenant lets be done. */
  record State(boolean active, boolean readable, boolean writable) {}

  /** The tenant has the plan and its tier from here on; whoever was on trial has chosen with it. */
  void take(TenantId tenant, String plan, String tier);

  /** The same of a plan that is paid, which opens a tenant again whose trial was over. */
  void takePaid(TenantId tenant, String plan, String tier);

  /** Whether the tenant is on trial, or suspended since that is over: it has not chosen yet. */
  boolean isTrying(TenantId tenant);

  /** How the tenant stands at this moment: a call may have begun before that changed. */
  State state(TenantId tenant);

  /** The plan that the tenant has as the running transaction sees it. */
  String plan(TenantId tenant);

  /**
   * What the tenant bought beside its plan, by the name of the entitlement; what was agreed with it
   * goes first.
   */
  void bought(TenantId tenant, Map<String, JsonValue> entitlements);

  Map<String, JsonValue> bought(TenantId tenant);

  /** When the trial of a tenant on trial ends. */
  Optional<Instant> trialEnd(TenantId tenant);
}
