package org.freehold.plans.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.freehold.plans.SubscriptionDetails;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantPlans;
import org.freehold.platform.TenantRef;
import org.freehold.platform.work.WorkQueue;

/** What there is to tell of a subscription, its bills, and when to look again. */
@ApplicationScoped
public class SubscriptionAccount {
  static final String PERIOD_END = "subscription_period";

  @Inject private SubscriptionRepository subscriptions;
  @Inject private TenantPlans plans;
  @Inject private EntitlementList entitlements;
  @Inject private BillingProviders providers;
  @Inject private BillingClock clock;
  @Inject private WorkQueue work;
  @Inject private Clock real;

  /** Nothing is issued when there is nothing to say. */
  public void issue(TenantRef tenant, String currency, List<BillLine> lines, Instant now) {
    if (lines.stream().anyMatch(line -> line.minor() != 0)) {
      subscriptions.bill(tenant.id(), currency, lines, now);
    }
  }

  public boolean isBilledHere(TenantId tenant) {
    return subscriptions
        .find(tenant)
        .map(Subscription::provider)
        .filter(name -> !name.equals(LocalBilling.NAME))
        .isEmpty();
  }

  /** When somebody else collects, that one says when a month is over. */
  public void awaitPeriodEnd(TenantRef tenant, Subscription subscription) {
    if (subscription.billed() != null && subscription.provider().equals(LocalBilling.NAME)) {
      Instant end = subscription.billed().period().to();
      work.schedule(PERIOD_END, tenant.id(), tenant.id().value(), clock.real(tenant.id(), end));
    }
  }

  /** Whether its month is over is asked again at once. */
  public void lookAt(TenantRef tenant) {
    work.schedule(PERIOD_END, tenant.id(), tenant.id().value(), real.instant());
  }

  /** With the plan that it has now, which the call may just have changed. */
  public SubscriptionDetails told(TenantRef tenant, KnownPlan plan) {
    Subscription subscription = subscriptions.find(tenant.id()).orElse(null);
    Billed billed = subscription == null ? null : subscription.billed();
    String next = subscription == null ? null : subscription.nextPlan();
    boolean trial = tenant.status().equals("trial") && plans.isTrying(tenant.id());
    boolean chosen = tenant.status().equals("trial") && !trial;
    return new SubscriptionDetails(
        plan.id(),
        plan.name(),
        plan.tier(),
        chosen ? "active" : tenant.status(),
        plan.price(),
        billed == null
            ? null
            : new SubscriptionDetails.Period(billed.period().from(), billed.period().to()),
        trial ? plans.trialEnd(tenant.id()).orElse(null) : null,
        next == null ? null : new SubscriptionDetails.Scheduled(next, billed.period().to()),
        providers.of(subscription).state(tenant),
        limits(tenant, plan),
        entitlements.of(tenant.plan(), plan));
  }

  private static Map<String, Long> limits(TenantRef tenant, KnownPlan plan) {
    Map<String, Long> limits = new TreeMap<>(plan.terms().limits());
    limits.putAll(tenant.plan().quotas());
    limits.values().removeIf(limit -> limit == 0);
    return limits;
  }
}
