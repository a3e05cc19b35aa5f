package org.freehold.plans.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.platform.Conflict;
import org.freehold.platform.TenantId;

/** Those who collect, and which of them collects for a subscription. */
@ApplicationScoped
public class BillingProviders {
  @Inject @Any private Instance<BillingProvider> all;

  /** Null: nothing was ever to be paid. */
  public BillingProvider of(Subscription subscription) {
    String name = subscription == null ? LocalBilling.NAME : subscription.provider();
    return all.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nobody collects as " + name));
  }

  /** The plans that are had by paying for them first. */
  public Set<String> sold() {
    return all.stream().flatMap(one -> one.sold().stream()).collect(Collectors.toUnmodifiableSet());
  }

  /** How invoices stand, by their ids; those that nobody collects are not in it. */
  public Map<UUID, InvoicePayment> payments(TenantId tenant, Collection<UUID> invoices) {
    Map<UUID, InvoicePayment> payments = new HashMap<>();
    all.forEach(one -> payments.putAll(one.payments(tenant, invoices)));
    return payments;
  }

  /** {@link Conflict} when the plan is had by paying first, and nothing is paid there yet. */
  public void requireHere(Subscription subscription, KnownPlan target) {
    if (subscription.provider().equals(LocalBilling.NAME) && sold().contains(target.id())) {
      throw new Conflict(
          "checkout_required",
          "The plan " + target.id() + " is had by paying for it.",
          "POST /api/subscription/checkout answers the page where that is done.");
    }
  }
}
