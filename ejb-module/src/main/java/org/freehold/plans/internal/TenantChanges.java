package org.freehold.plans.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.freehold.platform.TenantId;
import org.freehold.platform.work.WorkQueue;
import org.freehold.tenancy.TenancyEvents;

/**
 * Hears what happens to tenants on the platform, and lets their subscriptions follow: in a
 * transaction of each tenant, since this one is the platform's.
 */
@ApplicationScoped
public class TenantChanges {
  @Inject private WorkQueue work;
  @Inject private Clock clock;

  void activated(@Observes TenancyEvents.TenantActivated event) {
    follow(event.id());
  }

  void updated(@Observes TenancyEvents.TenantUpdated event) {
    follow(event.id());
  }

  void archived(@Observes TenancyEvents.TenantArchived event) {
    follow(event.id());
  }

  private void follow(TenantId tenant) {
    work.schedule(SubscriptionWork.SETTLE, tenant, tenant.value(), clock.instant());
  }
}
