package org.freehold.plans.stripe.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freehold.plans.PlanEvents;
import org.freehold.plans.internal.KnownPlan;
import org.freehold.plans.internal.LocalBilling;
import org.freehold.plans.internal.PlanBook;
import org.freehold.plans.internal.Subscription;
import org.freehold.plans.internal.SubscriptionRepository;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.TenantPlans;
import org.freehold.platform.TenantRef;
import org.freehold.platform.json.WireNames;

/** Compares our rows with what was seen at Stripe, and lets them follow. */
@ApplicationScoped
public class StripeBooks {
  private static final Logger LOG = System.getLogger(StripeBooks.class.getName());
  private static final String FREE = "free";

  @Inject private SubscriptionRepository subscriptions;
  @Inject private StripeAccountRepository accounts;
  @Inject private StripeDirectory directory;
  @Inject private StripeBills bills;
  @Inject private LocalMonths months;
  @Inject private BoughtFeatures features;
  @Inject private PlanBook book;
  @Inject private TenantPlans plans;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /**
   * What is, what should be, and what of the bills is news.
   *
   * @param chosen a trial ends, or has ended, whose tenant has paid; also for the plan that it
   *     tried
   */
  private record Difference(
      Standing before,
      Standing after,
      boolean chosen,
      Map<String, JsonValue> boughtBefore,
      Map<String, JsonValue> bought,
      List<BilledThere> bills) {
    boolean isNone() {
      return before.equals(after) && !chosen && boughtBefore.equals(bought) && bills.isEmpty();
    }
  }

  /** Whether anything is to be changed. */
  public boolean differs(TenantRef tenant, SeenThere seen) {
    Subscription subscription = subscriptions.find(tenant.id()).orElse(null);
    StripeAccount account = accounts.find(tenant.id()).orElseThrow();
    warnOfUnknown(tenant, seen);
    return !difference(tenant, account, subscription, seen).isNone();
  }

  private void warnOfUnknown(TenantRef tenant, SeenThere seen) {
    Map<String, String> plansOf = directory.plansOfPrices();
    for (SoldThere one : seen.subscriptions()) {
      if (one.isBegun() && one.isPaying() && !plansOf.containsKey(one.price())) {
        LOG.log(
            Level.WARNING,
            "Tenant {0} pays at Stripe for {1} at {2}, which is the price of no plan",
            tenant.id().value(),
            one.id(),
            one.price());
      }
    }
  }

  /** What is paid for of our plans, by Stripe's ids; more than one is one too many. */
  public List<String> paying(SeenThere seen) {
    Map<String, String> plansOf = directory.plansOfPrices();
    return seen.subscriptions().stream()
        .filter(one -> one.isPaying() && plansOf.containsKey(one.price()))
        .map(SoldThere::id)
        .toList();
  }

  /** To be called with the account held. */
  public void follow(TenantRef tenant, StripeAccount account, SeenThere seen) {
    Instant now = clock.instant();
    Subscription subscription = subscriptions.locked(tenant.id(), now);
    Difference difference = difference(tenant, account, subscription, seen);
    Standing before = difference.before();
    Standing after = difference.after();
    KnownPlan plan = book.required(after.plan());
    if (after.hasOtherPlanThan(before) || difference.chosen()) {
      if (difference.chosen()) {
        plans.takePaid(tenant.id(), plan.id(), WireNames.of(plan.tier()));
      } else {
        plans.take(tenant.id(), plan.id(), WireNames.of(plan.tier()));
      }
      events.fire(new PlanEvents.SubscriptionChanged(plan.id(), before.plan(), now));
    }
    if (!difference.bought().equals(difference.boughtBefore())) {
      plans.bought(tenant.id(), difference.bought());
    }
    account.saw(after.subscription(), after.item(), after.status(), now);
    if (after.isCollected()) {
      if (subscription.provider().equals(LocalBilling.NAME)) {
        months.giveBack(tenant, subscription, now);
      }
      subscription.collectedBy(StripeBilling.NAME, now);
      subscription.bill(after.billed(), now);
      subscription.plan(after.next(), now);
      subscriptions.flush();
    } else if (before.isCollected()) {
      subscription.collectedBy(LocalBilling.NAME, now);
      subscription.bill(null, now);
      subscriptions.flush();
      months.beginAgain(tenant);
    }
    bills.record(tenant, plan.id(), difference.bills(), now);
  }

  private Difference difference(
      TenantRef tenant, StripeAccount account, Subscription subscription, SeenThere seen) {
    boolean collected = subscription != null && subscription.provider().equals(StripeBilling.NAME);
    Standing before =
        new Standing(
            collected ? account.subscription() : null,
            collected ? account.item() : null,
            collected ? account.status() : null,
            plans.plan(tenant.id()),
            subscription == null ? null : subscription.billed(),
            subscription == null ? null : subscription.nextPlan());
    Map<String, String> plansOf = directory.plansOfPrices();
    Standing after =
        before.after(
            seen.subscriptions(),
            new Standing.Knowledge(
                account.wish().orElse(null),
                FREE,
                price -> Optional.ofNullable(plansOf.get(price)),
                directory.prices()::containsKey));
    return new Difference(
        before,
        after,
        after.isCollected() && after.billed() != null && plans.isTrying(tenant.id()),
        plans.bought(tenant.id()),
        features.beside(book.required(after.plan()), seen.features()),
        seen.invoices().stream()
            .filter(one -> bills.isNews(tenant.id(), one))
            .sorted(Comparator.comparing(BilledThere::issuedAt))
            .toList());
  }
}
