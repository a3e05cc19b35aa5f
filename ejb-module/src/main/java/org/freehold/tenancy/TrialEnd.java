package org.freehold.tenancy;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.tenancy.internal.Tenant;
import org.freehold.tenancy.internal.TenantRepository;

/** Suspends a tenant whose trial is over. */
@Stateless
@Guarded
public class TrialEnd {
  static final String KIND = "trial_end";

  @Inject private TenantRepository tenants;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /** Whether the trial is over and still to be ended. */
  @SystemCall
  @NotAudited("It only reads.")
  public boolean isDue() {
    Tenant tenant = tenants.byId(CurrentCall.tenantId()).orElseThrow();
    return tenant.status() == TenantStatus.TRIAL
        && tenant.trialEndsAt() != null
        && !tenant.trialEndsAt().isAfter(clock.instant());
  }

  @SystemCall
  @Audited(value = "tenant.suspended", complianceRelevant = true)
  public void suspend() {
    Tenant tenant = tenants.byId(CurrentCall.tenantId()).orElseThrow();
    TenantDetails before = tenants.details(tenant);
    if (!tenant.endTrial(clock.instant())) {
      // The tenant chose a plan in the very moment.
      changes.nothingChanged();
      return;
    }
    tenants.flush();
    events.fire(
        new TenancyEvents.TenantSuspended(
            tenant.id(),
            tenant.slug(),
            tenant.fields().name(),
            tenant.fields().tier(),
            tenant.status()));
    changes.about("tenant", tenant.id().value()).before(before).after(tenants.details(tenant));
  }
}
