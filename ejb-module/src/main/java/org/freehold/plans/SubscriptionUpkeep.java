package org.freehold.plans;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.freehold.plans.internal.BillingClock;
import org.freehold.plans.internal.KnownPlan;
import org.freehold.plans.internal.MonthEnd;
import org.freehold.plans.internal.PlanBook;
import org.freehold.plans.internal.SubscriptionAccount;
import org.freehold.plans.internal.SubscriptionSettling;
import org.freehold.plans.internal.SubscriptionSettling.Settled;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantPlans;
import org.freehold.platform.TenantRef;

/** What happens to subscriptions by itself. */
@Stateless
@Guarded
public class SubscriptionUpkeep {
  @Inject private SubscriptionSettling settling;
  @Inject private SubscriptionAccount account;
  @Inject private MonthEnd months;
  @Inject private PlanBook plans;
  @Inject private TenantPlans taken;
  @Inject private BillingClock clock;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;

  /**
   * Follows what an operator did to the tenant: a plan that costs begins to be billed when the
   * tenant is active, and a month that was billed goes on under the plan that there is.
   *
   * @param billing false: the month that begins now is given
   */
  @SystemCall
  @Audited(value = "subscription.settled", complianceRelevant = true)
  public void settle(boolean billing) {
    TenantRef tenant = CurrentCall.get().requireTenant();
    Settled settled = settling.settle(tenant, billing).orElse(null);
    if (settled == null) {
      changes.nothingChanged();
      return;
    }
    String before = settled.before().plan();
    String after = settled.after().plan();
    if (!after.equals(before)) {
      events.fire(new PlanEvents.SubscriptionChanged(after, before, clock.now(tenant.id())));
    }
    changes
        .about("subscription", tenant.id().value())
        .before(settled.before())
        .after(settled.after());
  }

  /** Whether what the tenant pays is written into invoices here, and not told by who collects. */
  @SystemCall
  @NotAudited("It only reads.")
  public boolean isBilledHere() {
    return account.isBilledHere(CurrentCall.tenantId());
  }

  /** Whether the month that was billed is over; else it is looked at again when it is. */
  @SystemCall
  @NotAudited("It only reads.")
  public boolean isMonthOver() {
    return months.isOver(CurrentCall.get().requireTenant());
  }

  /** The plan that was to come comes, and the next month is billed. */
  @SystemCall
  @Audited(value = "subscription.renewed", complianceRelevant = true)
  public void endMonth() {
    TenantRef tenant = CurrentCall.get().requireTenant();
    months.hold(tenant);
    if (!months.isOver(tenant)) {
      changes.nothingChanged();
      return;
    }
    KnownPlan before = plans.required(taken.plan(tenant.id()));
    SubscriptionDetails told = account.told(tenant, before);
    KnownPlan after = months.end(tenant);
    SubscriptionDetails now = account.told(tenant, after);
    if (!after.id().equals(before.id())) {
      events.fire(new PlanEvents.SubscriptionChanged(after.id(), before.id(), told.period().to()));
    }
    changes.about("subscription", tenant.id().value()).before(told).after(now);
  }
}
