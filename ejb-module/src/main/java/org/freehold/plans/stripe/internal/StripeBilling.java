package org.freehold.plans.stripe.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.plans.SubscriptionDetails;
import org.freehold.plans.internal.BillingProvider;
import org.freehold.plans.internal.InvoicePayment;
import org.freehold.plans.internal.KnownPlan;
import org.freehold.plans.internal.PlanSwitch;
import org.freehold.plans.internal.Subscription;
import org.freehold.plans.internal.SubscriptionRepository;
import org.freehold.plans.stripe.internal.WantedThere.What;
import org.freehold.platform.Conflict;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;
import org.freehold.platform.work.WorkQueue;

/**
 * Stripe collects. What is changed here is told there after the commit: a larger plan is had when
 * Stripe has its money, a smaller one is priced there at once and comes here when the month ends.
 */
@ApplicationScoped
public class StripeBilling implements BillingProvider {
  public static final String NAME = "stripe";

  @Inject private StripeSettings settings;
  @Inject private StripeDirectory directory;
  @Inject private StripeAccountRepository accounts;
  @Inject private SubscriptionRepository subscriptions;
  @Inject private WorkQueue work;
  @Inject private Clock clock;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> sold() {
    return settings.isConfigured() ? directory.prices().keySet() : Set.of();
  }

  @Override
  public boolean change(TenantRef tenant, Subscription subscription, PlanSwitch change) {
    StripeAccount account = settled(tenant);
    String target = change.target().id();
    boolean soldThere = directory.priceOf(target).isPresent();
    if (soldThere) {
      directory.requireAsSold(change.target());
    }
    Instant now = clock.instant();
    if (change.atOnce()) {
      requireAllTold(account);
      requireLarger(account, target, soldThere);
      account.wish(What.LARGER, target, now);
    } else {
      subscription.plan(target, now);
      account.wish(soldThere ? What.SMALLER : What.END, soldThere ? target : null, now);
    }
    tell(tenant, now);
    return !change.atOnce();
  }

  /** Else what is on its way could come later than this, and take back what was paid for. */
  private static void requireAllTold(StripeAccount account) {
    if (account.hasWish()) {
      throw new Conflict(
          "change_pending",
          "A change before this one is still being told to Stripe.",
          "Try again in a moment.");
    }
  }

  private static void requireLarger(StripeAccount account, String target, boolean soldThere) {
    if (!account.isPaid()) {
      throw new Conflict(
          "payment_overdue",
          "The last bill is not paid.",
          "POST /api/subscription/portal answers the page where it is paid.");
    }
    if (!soldThere) {
      throw otherwise(target);
    }
  }

  private static Conflict otherwise(String plan) {
    return new Conflict(
        "plan_billed_otherwise",
        "The plan " + plan + " is not paid for in the way of the plan that is there.",
        "Cancel; when the month ends, the tenant can take it.");
  }

  @Override
  public void keep(TenantRef tenant, Subscription subscription, KnownPlan current) {
    StripeAccount account = settled(tenant);
    boolean pricedAsNext = directory.priceOf(subscription.nextPlan()).isPresent();
    if (pricedAsNext && directory.priceOf(current.id()).isEmpty()) {
      throw otherwise(current.id());
    }
    Instant now = clock.instant();
    subscription.plan(null, now);
    account.wish(What.SMALLER, current.id(), now);
    tell(tenant, now);
  }

  /** Held, and with no larger plan on its way, which a second change could overtake. */
  private StripeAccount settled(TenantRef tenant) {
    StripeAccount account = accounts.locked(tenant.id()).orElseThrow();
    if (account.pendingPlan() != null) {
      throw new Conflict(
          "change_pending",
          "The plan " + account.pendingPlan() + " is just being paid for.",
          "Try again when GET /api/subscription tells of no pending_plan any more.");
    }
    return account;
  }

  private void tell(TenantRef tenant, Instant now) {
    subscriptions.flush();
    work.schedule(StripeWork.TELL, tenant.id(), tenant.id().value(), now);
  }

  @Override
  public Map<UUID, InvoicePayment> payments(TenantId tenant, Collection<UUID> invoices) {
    return accounts.invoices(tenant, invoices).stream()
        .collect(Collectors.toMap(StripeInvoice::invoice, StripeInvoice::payment));
  }

  @Override
  public SubscriptionDetails.Billing state(TenantRef tenant) {
    StripeAccount account = accounts.find(tenant.id()).orElseThrow();
    return new SubscriptionDetails.Billing(
        NAME, account.status(), account.pendingPlan(), account.refusal(), settings.isConfigured());
  }
}
