package org.freehold.plans.internal;

import java.util.Comparator;
import java.util.List;
import org.freehold.plans.Money;
import org.freehold.platform.PlanTerms;
import org.freehold.platform.TenantRef;
import org.freehold.tenancy.TenantTier;

/**
 * A plan as a node knows it.
 *
 * @param priceMinor for a month, in minor units of the currency
 * @param tenants slugs of those to whom it is offered; none: to all
 */
public record KnownPlan(
    PlanTerms terms,
    String name,
    TenantTier tier,
    long priceMinor,
    String currency,
    boolean offered,
    List<String> tenants) {
  /**
   * What costs nothing, then the cheapest of each currency first: nobody here knows what one
   * currency is worth in another.
   */
  private static final Comparator<KnownPlan> BY_PRICE =
      Comparator.comparing(KnownPlan::costs)
          .thenComparing(KnownPlan::currency)
          .thenComparing(KnownPlan::priceMinor)
          .thenComparing(KnownPlan::id);

  /** The same with what is priced in that currency before all else that costs. */
  public static Comparator<KnownPlan> byPriceIn(String currency) {
    return Comparator.comparing(KnownPlan::costs)
        .thenComparing(plan -> !plan.currency().equals(currency))
        .thenComparing(BY_PRICE);
  }

  public String id() {
    return terms.id();
  }

  public Money price() {
    return Money.ofMinor(priceMinor, currency);
  }

  public boolean costs() {
    return priceMinor > 0;
  }

  public boolean isOfferedTo(TenantRef tenant) {
    return offered && (tenants.isEmpty() || tenants.contains(tenant.slug()));
  }
}
