package org.freehold.plans.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.freehold.plans.SubscriptionDetails;
import org.freehold.platform.TenantPlans;
import org.freehold.platform.TenantRef;

/**
 * Brings a subscription in line with the plan and the state that its tenant has. What an operator
 * changes costs nothing in a month that was billed, and gives nothing back: that month goes on,
 * under a plan that costs nothing too, so that it is not billed again for whoever comes back in it.
 */
@ApplicationScoped
public class SubscriptionSettling {
  @Inject private SubscriptionRepository subscriptions;
  @Inject private SubscriptionAccount account;
  @Inject private PlanBook book;
  @Inject private TenantPlans taken;
  @Inject private BillingClock clock;

  /** What the subscription was, with the plan for which its month was billed, and is. */
  public record Settled(SubscriptionDetails before, SubscriptionDetails after) {}

  /** Empty when it was in line. */
  public Optional<Settled> settle(TenantRef tenant, boolean billing) {
    if (tenant.isPlatform() || (subscriptions.find(tenant.id()).isEmpty() && !isToPay(tenant))) {
      return Optional.empty();
    }
    Instant now = clock.now(tenant.id());
    Subscription subscription = subscriptions.locked(tenant.id(), now);
    if (!subscription.provider().equals(LocalBilling.NAME)) {
      // What is paid for elsewhere is looked at there.
      return Optional.empty();
    }
    // A change from within may have come first.
    KnownPlan plan = book.required(taken.plan(tenant.id()));
    Billed billed = subscription.billed();
    SubscriptionDetails before = account.told(tenant, before(billed, plan));
    if (billed == null && plan.costs() && taken.state(tenant.id()).active()) {
      begin(tenant, subscription, plan, billing, now);
    } else if (billed != null && !billed.plan().equals(plan.id())) {
      goOn(subscription, plan, now);
    } else {
      return Optional.empty();
    }
    subscriptions.flush();
    return Optional.of(new Settled(before, account.told(tenant, plan)));
  }

  private boolean isToPay(TenantRef tenant) {
    return taken.state(tenant.id()).active() && book.required(tenant.plan().id()).costs();
  }

  private KnownPlan before(Billed billed, KnownPlan now) {
    return billed == null ? now : book.find(billed.plan()).orElse(now);
  }

  private void goOn(Subscription subscription, KnownPlan plan, Instant now) {
    subscription.goOnAs(plan.id(), now);
    if (!plan.costs()) {
      subscription.plan(null, now);
    }
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
