package org.freehold.plans.stripe.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.freehold.platform.TenantId;
import org.freehold.platform.work.WorkQueue;
import org.freehold.tenancy.TenancyEvents;

/**
 * Hears what happens to tenants on the platform. One that pays at Stripe has the plan that it pays
 * for there, and none any more when it is archived. Nobody pays for one that is suspended or
 * archived on a page that was opened before.
 */
@ApplicationScoped
public class StripeTenants {
  @Inject private StripeDirectory directory;
  @Inject private WorkQueue work;
  @Inject private Clock clock;

  void updated(@Observes TenancyEvents.TenantUpdated event) {
    schedule(StripeWork.LOOK, event.id());
  }

  /** Also when its trial ended. */
  void suspended(@Observes TenancyEvents.TenantSuspended event) {
    schedule(StripeWork.CLOSE, event.id());
  }

  void archived(@Observes TenancyEvents.TenantArchived event) {
    schedule(StripeWork.LOOK, event.id());
    schedule(StripeWork.CLOSE, event.id());
  }

  private void schedule(String kind, TenantId tenant) {
    if (directory.isCustomer(tenant)) {
      work.schedule(kind, tenant, tenant.value(), clock.instant());
    }
  }
}
