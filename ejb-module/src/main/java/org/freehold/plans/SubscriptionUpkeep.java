package org.freehold.plans;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.freehold.plans.internal.KnownPlan;
import org.freehold.plans.internal.MonthEnd;
import org.freehold.plans.internal.PlanBook;
import org.freehold.plans.internal.SubscriptionAccount;
import org.freehold.plans.internal.SubscriptionSettling;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantRef;

/** What happens to subscriptions by itself. */
@Stateless
@Guarded
public class SubscriptionUpkeep {
  @Inject private SubscriptionSettling settling;
  @Inject private SubscriptionAccount account;
  @Inject private MonthEnd months;
  @Inject private PlanBook plans;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;

  /**
   * Follows what an operator did to the tenant: a plan that costs begins to be billed when the
   * tenant is active, and a month that nobody pays for any more is none.
   *
   * @param billing false: the month that begins now is given
   */
  @SystemCall
  public void settle(boolean billing) {
    settling.settle(CurrentCall.get().requireTenant(), billing);
  }

  /** Whether what the tenant pays is written into invoices here, and not told by who collects. */
  @SystemCall
  public boolean isBilledHere() {
    return account.isBilledHere(CurrentCall.tenantId());
  }

  /** Whether the month that was billed is over; else it is looked at again when it is. */
  @SystemCall
  public boolean isMonthOver() {
    return months.isOver(CurrentCall.get().requireTenant());
  }

  /** The plan that was to come comes, and the next month is billed. */
  @SystemCall
  @Audited(value = "subscription.renewed", complianceRelevant = true)
  public void endMonth() {
    TenantRef tenant = CurrentCall.get().requireTenant();
    KnownPlan before = plans.required(tenant.plan().id());
    SubscriptionDetails told = account.told(tenant, before);
    KnownPlan after = months.end(tenant);
    SubscriptionDetails now = account.told(tenant, after);
    if (!after.id().equals(before.id())) {
      events.fire(new PlanEvents.SubscriptionChanged(after.id(), before.id(), told.period().to()));
    }
    changes.about("subscription", tenant.id().value()).before(told).after(now);
  }
}
