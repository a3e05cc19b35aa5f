package org.freehold.plans;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.freehold.plans.internal.BillLine;
import org.freehold.plans.internal.Billed;
import org.freehold.plans.internal.BillingClock;
import org.freehold.plans.internal.BillingProviders;
import org.freehold.plans.internal.InvoicePayment;
import org.freehold.plans.internal.KnownPlan;
import org.freehold.plans.internal.PlanBook;
import org.freehold.plans.internal.PlanFit;
import org.freehold.plans.internal.PlanSwitch;
import org.freehold.plans.internal.Subscription;
import org.freehold.plans.internal.SubscriptionAccount;
import org.freehold.plans.internal.SubscriptionRepository;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantPlans;
import org.freehold.platform.TenantRef;
import org.freehold.platform.persistence.PageRequest;

/** Which plan the tenant has, and how it gets another. */
@Stateless
@Guarded
public class Subscriptions {

  @Inject private SubscriptionRepository subscriptions;
  @Inject private SubscriptionAccount account;
  @Inject private BillingProviders providers;
  @Inject private PlanBook plans;
  @Inject private TenantPlans taken;
  @Inject private PlanFit fit;
  @Inject private BillingClock clock;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;

  @RequiresPermission("billing:read")
  public SubscriptionDetails details() {
    TenantRef tenant = tenant();
    return account.told(tenant, current(tenant));
  }

  /** What a change would do and cost; nothing is done. */
  @RequiresPermission("billing:write")
  @NotAudited("It only reads.")
  public SubscriptionChange preview(ChangeSubscription wished) {
    TenantRef tenant = tenant();
    KnownPlan target = target(tenant, wished.plan());
    Billed billed = subscriptions.find(tenant.id()).map(Subscription::billed).orElse(null);
    KnownPlan current = current(tenant);
    PlanSwitch change = planned(tenant, billed, current, target);
    return told(tenant, current, change, true, account.told(tenant, current));
  }

  /** Up at once, down when the month ends. */
  @RequiresPermission("billing:write")
  @Audited(value = "subscription.changed", complianceRelevant = true)
  public SubscriptionChange change(ChangeSubscription wished) {
    TenantRef tenant = tenant();
    KnownPlan target = target(tenant, wished.plan());
    Instant now = clock.now(tenant.id());
    Subscription subscription = subscriptions.locked(tenant.id(), now);
    KnownPlan current = current(tenant);
    PlanSwitch change = planned(tenant, subscription.billed(), current, target);
    List<SubscriptionChange.OverLimit> over = fit.overLimit(tenant, current, target);
    if (!over.isEmpty() && !wished.acceptOverLimit()) {
      throw new OverPlanLimit(target.id(), over);
    }
    SubscriptionDetails before = account.told(tenant, current);
    providers.requireHere(subscription, target);
    if (providers.of(subscription).change(tenant, subscription, change)) {
      announce(target.id(), current.id(), change.at());
    }
    SubscriptionDetails after = account.told(tenant, current(tenant));
    tell(tenant, before, after);
    return told(tenant, current, change, false, after);
  }

  /** The tenant is on the free plan when its month ends. */
  @RequiresPermission("billing:write")
  @Audited(value = "subscription.cancelled", complianceRelevant = true)
  public SubscriptionDetails cancel() {
    TenantRef tenant = tenant();
    Subscription subscription = subscriptions.locked(tenant.id(), clock.now(tenant.id()));
    KnownPlan current = current(tenant);
    if (subscription.billed() == null || !current.costs()) {
      throw new Conflict(
          "nothing_to_cancel",
          "The tenant has no month that it pays for.",
          "POST /api/subscription/change takes another plan.");
    }
    KnownPlan free = plans.required(Plans.CANCELLED_TO);
    Instant end = subscription.billed().period().to();
    SubscriptionDetails before = account.told(tenant, current);
    providers
        .of(subscription)
        .change(
            tenant,
            subscription,
            new PlanSwitch(free, false, end, subscription.billed(), List.<BillLine>of()));
    announce(free.id(), current.id(), end);
    return tell(tenant, before, account.told(tenant, current));
  }

  /** The plan stays when the month ends. */
  @RequiresPermission("billing:write")
  @Audited(value = "subscription.resumed", complianceRelevant = true)
  public SubscriptionDetails resume() {
    TenantRef tenant = tenant();
    Instant now = clock.now(tenant.id());
    Subscription subscription = subscriptions.locked(tenant.id(), now);
    KnownPlan current = current(tenant);
    if (subscription.nextPlan() == null) {
      throw new Conflict(
          "nothing_to_resume",
          "The plan stays when the month ends.",
          "POST /api/subscription/change takes another plan.");
    }
    SubscriptionDetails before = account.told(tenant, current);
    providers.of(subscription).keep(tenant, subscription, current);
    announce(current.id(), current.id(), now);
    return tell(tenant, before, account.told(tenant, current));
  }

  /** The newest first. */
  @RequiresPermission("billing:read")
  public Page<InvoiceDetails> invoices(PageRequest page) {
    Page<InvoiceDetails> written = subscriptions.invoices(CurrentCall.tenantId(), page);
    return new Page<>(standing(written.items()), written.next());
  }

  @RequiresPermission("billing:read")
  public InvoiceDetails invoice(InvoiceId id) {
    InvoiceDetails written =
        subscriptions
            .invoice(CurrentCall.tenantId(), id)
            .orElseThrow(() -> new NotFound("invoice"));
    return standing(List.of(written)).get(0);
  }

  private List<InvoiceDetails> standing(List<InvoiceDetails> written) {
    Map<UUID, InvoicePayment> payments =
        providers.payments(
            CurrentCall.tenantId(), written.stream().map(one -> one.id().value()).toList());
    return written.stream()
        .map(
            one -> {
              InvoicePayment how = payments.get(one.id().value());
              return how == null ? one : one.with(how.reference(), how.status(), how.hostedUrl());
            })
        .toList();
  }

  /** The platform's own tenant buys nothing. */
  private static TenantRef tenant() {
    TenantRef tenant = CurrentCall.get().requireTenant();
    if (tenant.isPlatform()) {
      throw new NotFound("subscription");
    }
    return tenant;
  }

  /** To be asked when the subscription is held: a change before this one may have ended. */
  private KnownPlan current(TenantRef tenant) {
    return plans.required(taken.plan(tenant.id()));
  }

  private KnownPlan target(TenantRef tenant, String id) {
    return plans
        .find(id)
        .filter(plan -> plan.isOfferedTo(tenant))
        .orElseThrow(() -> Invalid.at("/plan", "unknown", "There is no such plan to choose."));
  }

  private PlanSwitch planned(TenantRef tenant, Billed billed, KnownPlan current, KnownPlan target) {
    boolean choosing = taken.isTrying(tenant.id());
    if (target.id().equals(current.id()) && !choosing) {
      throw new Conflict(
          "plan_unchanged",
          "The tenant has the plan " + target.id() + " already.",
          "POST /api/subscription/resume keeps it when another was to come.");
    }
    return PlanSwitch.of(billed, current, target, choosing, clock.now(tenant.id()));
  }

  private SubscriptionChange told(
      TenantRef tenant,
      KnownPlan current,
      PlanSwitch change,
      boolean preview,
      SubscriptionDetails now) {
    KnownPlan target = change.target();
    String currency = target.currency();
    return new SubscriptionChange(
        target.id(),
        preview,
        change.atOnce()
            ? SubscriptionChange.Moment.AT_ONCE
            : SubscriptionChange.Moment.AT_PERIOD_END,
        change.at(),
        Money.ofMinor(change.due(), currency),
        change.lines().stream().map(line -> line.told(currency)).toList(),
        fit.overLimit(tenant, current, target),
        fit.entitlements(tenant, current, target),
        now);
  }

  private void announce(String plan, String previous, Instant at) {
    events.fire(new PlanEvents.SubscriptionChanged(plan, previous, at));
  }

  private SubscriptionDetails tell(
      TenantRef tenant, SubscriptionDetails before, SubscriptionDetails after) {
    changes.about("subscription", tenant.id().value()).before(before).after(after);
    return after;
  }
}
