package org.freehold.plans.internal;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.freehold.plans.SubscriptionDetails;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;

/**
 * Who collects what a subscription costs. Asked with the subscription held where one is given, in
 * the transaction of the change: whatever is outside is told afterwards.
 */
public interface BillingProvider {
  /** As subscriptions keep it. */
  String name();

  /** The plans that are had by paying there first; none while it is not set up. */
  Set<String> sold();

  /**
   * Makes a change happen that was asked for. False when that is not certain yet: the plan comes as
   * soon as it is paid.
   */
  boolean change(TenantRef tenant, Subscription subscription, PlanSwitch change);

  /** What was to come when the month ends does not. */
  void keep(TenantRef tenant, Subscription subscription, KnownPlan current);

  /** How invoices stand that it collects, by their ids; others are not in it. */
  Map<UUID, InvoicePayment> payments(TenantId tenant, Collection<UUID> invoices);

  /** How payment stands. */
  SubscriptionDetails.Billing state(TenantRef tenant);
}
