package org.freehold.plans.stripe;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.freehold.plans.OverPlanLimit;
import org.freehold.plans.SubscriptionChange;
import org.freehold.plans.internal.KnownPlan;
import org.freehold.plans.internal.PlanBook;
import org.freehold.plans.internal.PlanFit;
import org.freehold.plans.internal.Subscription;
import org.freehold.plans.internal.SubscriptionRepository;
import org.freehold.plans.stripe.internal.CheckoutOrder;
import org.freehold.plans.stripe.internal.StripeAccount;
import org.freehold.plans.stripe.internal.StripeAccountRepository;
import org.freehold.plans.stripe.internal.StripeBilling;
import org.freehold.plans.stripe.internal.StripeCalls;
import org.freehold.plans.stripe.internal.StripeDirectory;
import org.freehold.plans.stripe.internal.StripeSettings;
import org.freehold.plans.stripe.internal.StripeWork;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantPlans;
import org.freehold.platform.TenantRef;
import org.freehold.platform.work.WorkQueue;

/**
 * What stands in our rows of checkouts. {@link StripeDoor} goes from one of these transactions to
 * the next and asks Stripe in between.
 */
@Stateless
@Guarded
public class StripeCheckouts {
  private static final String SUBSCRIPTION = "subscription";

  @Inject private StripeSettings settings;
  @Inject private StripeDirectory directory;
  @Inject private StripeAccountRepository accounts;
  @Inject private SubscriptionRepository subscriptions;
  @Inject private PlanBook plans;
  @Inject private PlanFit fit;
  @Inject private TenantPlans taken;
  @Inject private ChangeLog changes;
  @Inject private WorkQueue work;
  @Inject private Clock clock;

  /** What the trail keeps of a checkout; not its page, which lets in whoever knows it. */
  public record Opened(String plan) {}

  /** Refuses what cannot be bought. Answers the customer that the tenant is, if it is one. */
  @RequiresPermission("billing:write")
  @NotAudited(
      "A step of a checkout: its opening is on record, and what was paid for as subscription.synchronised.")
  public Optional<String> permit(StartCheckout wished) {
    TenantRef tenant = tenant();
    Subscription subscription = subscriptions.find(tenant.id()).orElse(null);
    if (subscription != null && subscription.provider().equals(StripeBilling.NAME)) {
      throw new PaidAlready();
    }
    KnownPlan target = target(tenant, wished.plan());
    List<SubscriptionChange.OverLimit> over =
        fit.overLimit(tenant, plans.required(taken.plan(tenant.id())), target);
    if (!over.isEmpty() && !wished.acceptOverLimit()) {
      throw new OverPlanLimit(target.id(), over);
    }
    return accounts.find(tenant.id()).map(StripeAccount::customer);
  }

  private KnownPlan target(TenantRef tenant, String id) {
    KnownPlan plan =
        plans
            .find(id)
            .filter(one -> one.isOfferedTo(tenant))
            .orElseThrow(() -> Invalid.at("/plan", "unknown", "There is no such plan to choose."));
    if (directory.priceOf(id).isEmpty()) {
      throw Invalid.at(
          "/plan", "not_sold", "It is not paid for here: POST /api/subscription/change takes it.");
    }
    directory.requireAsSold(plan);
    return plan;
  }

  /** The tenant is this customer from here on. */
  @RequiresPermission("billing:write")
  @NotAudited(
      "A step of a checkout: its opening is on record, and what was paid for as subscription.synchronised.")
  public void keep(String customer) {
    TenantRef tenant = tenant();
    directory.keep(customer, tenant.id());
    if (accounts.find(tenant.id()).isEmpty()) {
      accounts.add(tenant.id(), customer, clock.instant());
    }
  }

  /** With another one still open it is none yet: {@link CheckoutOrder#replaced}. */
  @RequiresPermission("billing:write")
  @NotAudited(
      "A step of a checkout: its opening is on record, and what was paid for as subscription.synchronised.")
  public CheckoutOrder order(StartCheckout wished) {
    TenantRef tenant = tenant();
    String price =
        directory
            .priceOf(wished.plan())
            .orElseThrow(() -> Invalid.at("/plan", "not_sold", "It is not sold any more."));
    directory.requireAsSold(plans.required(wished.plan()));
    StripeAccount account = accounts.locked(tenant.id()).orElseThrow();
    if (account.hasSubscription()) {
      throw new PaidAlready();
    }
    if (!taken.state(tenant.id()).writable()) {
      throw NotAllowed.tenantSuspended();
    }
    return account.order(
        tenant.id(), price, wished.successUrl(), wished.cancelUrl(), clock.instant());
  }

  /**
   * Keeps the page. False when it is not the one to be open any more, or none may be: whoever
   * closes what a tenant has open holds the account first, as this does. No record: what is kept
   * with an Idempotency-Key would outlive the page.
   */
  @RequiresPermission("billing:write")
  @Audited(value = "subscription.checkout_opened", complianceRelevant = true)
  public boolean opened(StartCheckout wished, UUID key, StripeCalls.Hosted page) {
    TenantRef tenant = tenant();
    StripeAccount account = accounts.locked(tenant.id()).orElseThrow();
    boolean kept =
        taken.state(tenant.id()).writable() && account.opened(key, page, clock.instant());
    if (kept) {
      changes.about(SUBSCRIPTION, tenant.id().value()).after(new Opened(wished.plan()));
    } else {
      changes.nothingChanged();
    }
    return kept;
  }

  /** Nobody can pay there any more. */
  @RequiresPermission("billing:write")
  @NotAudited(
      "A step of a checkout: its opening is on record, and what was paid for as subscription.synchronised.")
  public void closed(String session) {
    accounts.locked(tenant().id()).orElseThrow().closed(session, clock.instant());
  }

  /** Somebody has paid, and no event told us yet. */
  @RequiresPermission("billing:write")
  @NotAudited(
      "A step of a checkout: its opening is on record, and what was paid for as subscription.synchronised.")
  public void paid() {
    TenantRef tenant = tenant();
    work.schedule(StripeWork.LOOK, tenant.id(), tenant.id().value(), clock.instant());
  }

  /** The customer that the tenant is. */
  @RequiresPermission("billing:write")
  @NotAudited(
      "A step of a checkout: its opening is on record, and what was paid for as subscription.synchronised.")
  public String customer() {
    return accounts
        .find(tenant().id())
        .map(StripeAccount::customer)
        .orElseThrow(
            () ->
                new Conflict(
                    "nothing_paid",
                    "The tenant never paid for a plan here.",
                    "POST /api/subscription/checkout answers the page where that is done."));
  }

  private TenantRef tenant() {
    TenantRef tenant = CurrentCall.get().requireTenant();
    if (tenant.isPlatform()) {
      throw new NotFound("subscription");
    }
    settings.require();
    return tenant;
  }
}
