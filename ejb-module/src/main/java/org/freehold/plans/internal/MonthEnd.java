package org.freehold.plans.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.freehold.platform.TenantPlans;
import org.freehold.platform.TenantRef;
import org.freehold.platform.json.WireNames;

/** What happens when months that were billed are over; done twice it is done once. */
@ApplicationScoped
public class MonthEnd {
  @Inject private SubscriptionRepository subscriptions;
  @Inject private SubscriptionAccount account;
  @Inject private PlanBook book;
  @Inject private TenantPlans plans;
  @Inject private BillingClock clock;

  /** When it is not, it is looked at again when it will be. */
  public boolean isOver(TenantRef tenant) {
    Subscription subscription = subscriptions.find(tenant.id()).orElse(null);
    if (subscription == null || !isOurs(subscription) || subscription.billed() == null) {
      return false;
    }
    boolean over = !subscription.billed().period().to().isAfter(clock.now(tenant.id()));
    if (!over) {
      account.awaitPeriodEnd(tenant, subscription);
    }
    return over;
  }

  /** Changes from within, and other nodes, wait until the transaction ends. */
  public void hold(TenantRef tenant) {
    subscriptions.locked(tenant.id(), clock.now(tenant.id()));
  }

  /** One month after the other, up to the one that runs; answers the plan that the tenant has. */
  public KnownPlan end(TenantRef tenant) {
    Instant now = clock.now(tenant.id());
    Subscription subscription = subscriptions.locked(tenant.id(), now);
    KnownPlan plan = book.required(plans.plan(tenant.id()));
    while (isOurs(subscription) && isOver(subscription.billed(), now)) {
      plan = next(tenant, subscription, plan, now);
    }
    subscriptions.flush();
    account.awaitPeriodEnd(tenant, subscription);
    return plan;
  }

  /** Of others, whoever collects says when a month is over. */
  private static boolean isOurs(Subscription subscription) {
    return subscription.provider().equals(LocalBilling.NAME);
  }

  private static boolean isOver(Billed billed, Instant now) {
    return billed != null && !billed.period().to().isAfter(now);
  }

  private KnownPlan next(
      TenantRef tenant, Subscription subscription, KnownPlan current, Instant now) {
    BillingPeriod period = subscription.billed().period().next();
    KnownPlan plan = current;
    if (subscription.nextPlan() != null) {
      plan = book.required(subscription.nextPlan());
      plans.take(tenant.id(), plan.id(), WireNames.of(plan.tier()));
    }
    TenantPlans.State state = plans.state(tenant.id());
    if (!plan.costs() || !state.readable()) {
      subscription.bill(null, now);
      return plan;
    }
    Billed billed = Billed.of(period, plan);
    if (state.writable()) {
      account.issue(tenant, billed.currency(), List.of(BillLine.month(billed)), period.from());
    } else {
      // Who may not use it pays nothing for it.
      billed = new Billed(period, plan.id(), 0, plan.currency());
    }
    subscription.bill(billed, now);
    return plan;
  }
}
