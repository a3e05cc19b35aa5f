package org.freehold.plans.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.freehold.plans.SubscriptionDetails;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantPlans;
import org.freehold.platform.TenantRef;
import org.freehold.platform.json.WireNames;

/** Writes invoices, which are collected elsewhere: so a plan is had as soon as it is asked for. */
@ApplicationScoped
public class LocalBilling implements BillingProvider {
  public static final String NAME = "local";

  @Inject private SubscriptionRepository subscriptions;
  @Inject private SubscriptionAccount account;
  @Inject private TenantPlans plans;
  @Inject private BillingClock clock;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> sold() {
    return Set.of();
  }

  @Override
  public boolean change(TenantRef tenant, Subscription subscription, PlanSwitch change) {
    Instant now = clock.now(tenant.id());
    if (change.atOnce()) {
      plans.take(tenant.id(), change.target().id(), WireNames.of(change.target().tier()));
      subscription.bill(change.billed(), now);
      account.issue(tenant, change.target().currency(), change.lines(), now);
      account.awaitPeriodEnd(tenant, subscription);
    } else {
      subscription.plan(change.target().id(), now);
    }
    subscriptions.flush();
    return true;
  }

  @Override
  public void keep(TenantRef tenant, Subscription subscription, KnownPlan current) {
    subscription.plan(null, clock.now(tenant.id()));
    subscriptions.flush();
  }

  @Override
  public Map<UUID, InvoicePayment> payments(TenantId tenant, Collection<UUID> invoices) {
    return Map.of();
  }

  @Override
  public SubscriptionDetails.Billing state(TenantRef tenant) {
    return new SubscriptionDetails.Billing(NAME, null, null, null, false);
  }
}
