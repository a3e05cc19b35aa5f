package org.freehold.plans.stripe;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.freehold.plans.SubscriptionDetails;
import org.freehold.plans.internal.PlanBook;
import org.freehold.plans.internal.SubscriptionAccount;
import org.freehold.plans.internal.SubscriptionRepository;
import org.freehold.plans.stripe.internal.SeenThere;
import org.freehold.plans.stripe.internal.StripeAccount;
import org.freehold.plans.stripe.internal.StripeAccountRepository;
import org.freehold.plans.stripe.internal.StripeBooks;
import org.freehold.plans.stripe.internal.StripeDirectory;
import org.freehold.plans.stripe.internal.StripeWishes;
import org.freehold.plans.stripe.internal.StripeWork;
import org.freehold.plans.stripe.internal.WantedThere;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantPlans;
import org.freehold.platform.TenantRef;
import org.freehold.platform.work.NotNow;
import org.freehold.platform.work.WorkQueue;

/** The short transactions around what is asked of Stripe and told to it. */
@Stateless
@Guarded
public class StripeUpkeep {
  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final String SUBSCRIPTION = "subscription";

  /** Longer than Stripe tries to deliver an event. */
  private static final Duration KEEP_EVENTS = Duration.ofDays(30);

  @Inject private SubscriptionRepository subscriptions;
  @Inject private StripeAccountRepository accounts;
  @Inject private StripeDirectory directory;
  @Inject private StripeBooks books;
  @Inject private StripeWishes wishes;
  @Inject private SubscriptionAccount account;
  @Inject private PlanBook plans;
  @Inject private TenantPlans taken;
  @Inject private ChangeLog changes;
  @Inject private WorkQueue work;
  @Inject private Clock clock;

  /**
   * Whom to ask for.
   *
   * @param version of our rows before it was asked
   */
  public record Asked(String customer, long version) {}

  /** What the trail keeps of a change that Stripe refused. */
  public record Refused(String plan, String reason) {}

  /** What the trail keeps of a tenant that pays more than once, by Stripe's ids. */
  public record Paying(List<String> subscriptions) {}

  /** Empty for a tenant that never went to a checkout. */
  @SystemCall
  @NotAudited("A step on the way; what comes of it is on record as subscription.synchronised.")
  public Optional<Asked> asked() {
    return accounts
        .find(CurrentCall.tenantId())
        .map(known -> new Asked(known.customer(), known.version()));
  }

  /** Whether our rows are other than what was seen says. */
  @SystemCall
  @NotAudited("A step on the way; what comes of it is on record as subscription.synchronised.")
  public boolean differs(SeenThere seen) {
    TenantRef tenant = CurrentCall.get().requireTenant();
    return books.differs(tenant, seen)
        || accounts.find(tenant.id()).filter(known -> wishes.isToEnd(tenant, known)).isPresent();
  }

  /** {@link NotNow} when our rows changed since it was asked. */
  @SystemCall
  @Audited(value = "subscription.synchronised", complianceRelevant = true)
  public void follow(Asked asked, SeenThere seen) throws NotNow {
    TenantRef tenant = CurrentCall.get().requireTenant();
    Instant now = clock.instant();
    // In the order in which changes from within hold them.
    subscriptions.locked(tenant.id(), now);
    StripeAccount known = accounts.locked(tenant.id()).orElseThrow();
    if (known.version() != asked.version()) {
      throw NotNow.unattempted(AT_ONCE);
    }
    known.looked(now);
    SubscriptionDetails before = told(tenant);
    books.follow(tenant, known, seen);
    wishes.afterLook(tenant, known, now);
    if (known.hasSubscription() && known.openCheckout(now).isPresent()) {
      work.schedule(StripeWork.CLOSE, tenant.id(), tenant.id().value(), now);
    }
    changes.about(SUBSCRIPTION, tenant.id().value()).before(before).after(told(tenant));
  }

  /** What the tenant pays for there, by Stripe's ids. */
  @SystemCall
  @NotAudited("A step on the way; what comes of it is on record as subscription.synchronised.")
  public List<String> paying(SeenThere seen) {
    return books.paying(seen);
  }

  /** One of them is to be given back, which people do. */
  @SystemCall
  @Audited(value = "subscription.paid_twice", complianceRelevant = true)
  public void paidTwice(List<String> subscriptions) {
    changes
        .about(SUBSCRIPTION, CurrentCall.tenantId().value())
        .after(new Paying(List.copyOf(subscriptions)));
  }

  /**
   * The checkout that may be open where nobody is to pay any more; one that is on its way is not
   * kept when it comes. Of a tenant that may pay again by now, none.
   */
  @SystemCall
  @NotAudited("A step on the way; what comes of it is on record as subscription.synchronised.")
  public Optional<String> closing() {
    Instant now = clock.instant();
    TenantId tenant = CurrentCall.tenantId();
    Optional<StripeAccount> known =
        accounts
            .locked(tenant)
            .filter(account -> account.hasSubscription() || !taken.state(tenant).writable());
    known.ifPresent(StripeAccount::forgetOrder);
    return known.flatMap(account -> account.openCheckout(now));
  }

  /**
   * Nobody can pay there any more.
   *
   * @param unpaid else it was paid before, and what came of that is looked at next
   */
  @SystemCall
  @NotAudited("A step on the way; what comes of it is on record as subscription.synchronised.")
  public void closed(String session, boolean unpaid) {
    TenantId tenant = CurrentCall.tenantId();
    Instant now = clock.instant();
    accounts.locked(tenant).orElseThrow().closed(session, now);
    if (!unpaid) {
      work.schedule(StripeWork.LOOK, tenant, tenant.value(), now);
    }
  }

  private SubscriptionDetails told(TenantRef tenant) {
    return account.told(tenant, plans.required(taken.plan(tenant.id())));
  }

  /** What Stripe still has to be told; empty when it knows all. */
  @SystemCall
  @NotAudited("A step on the way; what comes of it is on record as subscription.synchronised.")
  public Optional<WantedThere> wanted() {
    return accounts.find(CurrentCall.tenantId()).flatMap(wishes::wanted);
  }

  /** Stripe has done it; what came of it is looked at next. */
  @SystemCall
  @NotAudited("A step on the way; what comes of it is on record as subscription.synchronised.")
  public void told(WantedThere wanted) {
    wishes.end(CurrentCall.get().requireTenant(), wanted.key(), null);
  }

  /** Stripe will not do it; what it has is looked at next, so that our rows go back to that. */
  @SystemCall
  @Audited(value = "subscription.change_refused", complianceRelevant = true)
  public void refused(WantedThere wanted, String reason) {
    TenantRef tenant = CurrentCall.get().requireTenant();
    String plan = wishes.end(tenant, wanted.key(), reason);
    changes.about(SUBSCRIPTION, tenant.id().value()).after(new Refused(plan, reason));
  }

  /** The same is told under another key. */
  @SystemCall
  @NotAudited("A step on the way; what comes of it is on record as subscription.synchronised.")
  public void tellAnew(WantedThere wanted) {
    accounts
        .locked(CurrentCall.tenantId())
        .filter(known -> known.wishes(wanted.key()))
        .ifPresent(known -> known.tellAnew(clock.instant()));
  }

  /** The next hundred tenants that are customers; from the first when null. */
  @SystemCall
  @NotAudited("A step on the way; what comes of it is on record as subscription.synchronised.")
  public List<TenantId> customersAfter(TenantId last) {
    return directory.customersAfter(last);
  }

  /** Forgets events that Stripe sends no more; answers how many. */
  @SystemCall
  @NotAudited("A step on the way; what comes of it is on record as subscription.synchronised.")
  public int forgetEvents() {
    return directory.forgetEvents(clock.instant().minus(KEEP_EVENTS));
  }
}
