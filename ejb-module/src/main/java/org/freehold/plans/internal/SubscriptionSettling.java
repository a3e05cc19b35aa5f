package org.freehold.plans.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.freehold.platform.TenantPlans;
import org.freehold.platform.TenantRef;

/** Brings a subscription in line with the plan and the state that its tenant has. */
@ApplicationScoped
public class SubscriptionSettling {
  @Inject private SubscriptionRepository subscriptions;
  @Inject private SubscriptionAccount account;
  @Inject private PlanBook book;
  @Inject private TenantPlans taken;
  @Inject private BillingClock clock;

  public void settle(TenantRef tenant, boolean billing) {
    boolean active = tenant.status().equals("active");
    if (tenant.isPlatform()
        || (subscriptions.find(tenant.id()).isEmpty()
            && !(active && book.required(tenant.plan().id()).costs()))) {
      return;
    }
    Instant now = clock.now(tenant.id());
    Subscription subscription = subscriptions.locked(tenant.id(), now);
    if (!subscription.provider().equals(LocalBilling.NAME)) {
      // What is paid for elsewhere is looked at there.
      return;
    }
    // A change from within may have come first.
    KnownPlan plan = book.required(taken.plan(tenant.id()));
    Billed billed = subscription.billed();
    if (!plan.costs() || !(active || tenant.status().equals("suspended"))) {
      subscription.bill(null, now);
    } else if (billed == null && active) {
      begin(tenant, subscription, plan, billing, now);
    } else if (billed != null && !billed.plan().equals(plan.id())) {
      // An operator's change costs nothing before the next month.
      subscription.goOnAs(plan.id(), now);
    }
    subscriptions.flush();
  }

  private void begin(
      TenantRef tenant, Subscription subscription, KnownPlan plan, boolean billing, Instant now) {
    Billed month = Billed.of(BillingPeriod.starting(now), plan);
    if (billing) {
      subscription.bill(month, now);
      account.issue(tenant, month.currency(), List.of(BillLine.month(month)), now);
    } else {
      subscription.bill(new Billed(month.period(), plan.id(), 0, plan.currency()), now);
    }
    account.awaitPeriodEnd(tenant, subscription);
  }
}
