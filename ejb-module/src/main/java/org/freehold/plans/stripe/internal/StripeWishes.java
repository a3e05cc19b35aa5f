package org.freehold.plans.stripe.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.freehold.plans.internal.Subscription;
import org.freehold.plans.internal.SubscriptionRepository;
import org.freehold.plans.stripe.internal.WantedThere.What;
import org.freehold.platform.TenantPlans;
import org.freehold.platform.TenantRef;
import org.freehold.platform.work.WorkQueue;

/** What Stripe has to be told of a tenant, and what follows when it was. */
@ApplicationScoped
public class StripeWishes {
  @Inject private StripeAccountRepository accounts;
  @Inject private StripeDirectory directory;
  @Inject private SubscriptionRepository subscriptions;
  @Inject private TenantPlans plans;
  @Inject private WorkQueue work;
  @Inject private Clock clock;

  public Optional<WantedThere> wanted(StripeAccount account) {
    if (account.subscription() == null) {
      return Optional.empty();
    }
    return account
        .wish()
        .map(
            what ->
                new WantedThere(
                    account.wishKey(),
                    what,
                    account.subscription(),
                    account.item(),
                    account.wishedPlan() == null
                        ? null
                        : directory.priceOf(account.wishedPlan()).orElse(null),
                    directory.pricesEverOf(account.wishedPlan())));
  }

  /** A tenant that is archived pays for nothing more. */
  public boolean isToEnd(TenantRef tenant, StripeAccount account) {
    boolean wished = account.wish().filter(what -> what == What.GONE).isPresent();
    return !tenant.readable() && account.subscription() != null && !wished;
  }

  public void afterLook(TenantRef tenant, StripeAccount account, Instant now) {
    if (isToEnd(tenant, account)) {
      account.wish(What.GONE, null, now);
      accounts.flush();
      work.schedule(StripeWork.TELL, tenant.id(), tenant.id().value(), now);
    }
  }

  /**
   * Unless something else is wished by now. Answers the plan that was wished, if any.
   *
   * @param refused why it was not done; null: it was
   */
  public String end(TenantRef tenant, UUID key, String refused) {
    Instant now = clock.instant();
    StripeAccount account = accounts.locked(tenant.id()).orElseThrow();
    if (!account.wishes(key)) {
      sayAgain(tenant, account, now);
      return null;
    }
    String plan = account.wishedPlan();
    account.told(refused, now);
    accounts.flush();
    work.schedule(StripeWork.LOOK, tenant.id(), tenant.id().value(), now);
    return plan;
  }

  /**
   * Two wishes were on their way at once, and the older may have come last: what our rows say is
   * told once more. A larger plan is never overtaken.
   */
  private void sayAgain(TenantRef tenant, StripeAccount account, Instant now) {
    if (account.hasWish() || account.subscription() == null) {
      return;
    }
    String next = subscriptions.find(tenant.id()).map(Subscription::nextPlan).orElse(null);
    if (next != null && directory.priceOf(next).isEmpty()) {
      account.wish(What.END, null, now);
    } else {
      account.wish(What.SMALLER, next == null ? plans.plan(tenant.id()) : next, now);
    }
    accounts.flush();
    work.schedule(StripeWork.TELL, tenant.id(), tenant.id().value(), now);
  }
}
