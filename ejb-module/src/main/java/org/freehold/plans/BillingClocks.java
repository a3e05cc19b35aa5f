package org.freehold.plans;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.freehold.plans.internal.BillingClock;
import org.freehold.plans.internal.SubscriptionAccount;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.NotFound;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantRef;

/** Lets an operator see what the end of a month does, where nobody pays. */
@Stateless
@Guarded
public class BillingClocks {
  @Inject private TenantDirectory tenants;
  @Inject private BillingClock clocks;
  @Inject private SubscriptionAccount account;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** What time it is for the tenant's bills. */
  public record BillingTime(String tenantSlug, long aheadSeconds, Instant now) {}

  @RequiresPermission("billing:admin")
  @Audited(value = "billing_clock.set", complianceRelevant = true)
  public BillingTime set(SetBillingClock wished) {
    PlatformOnly.require();
    if (!clocks.canBeSet()) {
      throw NotAllowed.because(
          "not_in_production",
          "In production the clock is right.",
          "Try it on an installation whose freehold.mode is development.");
    }
    TenantRef tenant =
        tenants
            .bySlug(wished.tenantSlug())
            .filter(found -> !found.isPlatform())
            .orElseThrow(() -> new NotFound("tenant"));
    clocks.set(tenant.id(), wished.aheadSeconds());
    account.lookAt(tenant);
    changes.about("tenant", tenant.id().value()).after(wished);
    return new BillingTime(
        tenant.slug(), wished.aheadSeconds(), clock.instant().plusSeconds(wished.aheadSeconds()));
  }
}
