package org.freehold.plans.internal;

/**
 * What a tenant was billed for the month that runs.
 *
 * @param price in minor units of the currency; 0 when nobody was asked to pay it
 */
public record Billed(BillingPeriod period, String plan, long price, String currency) {
  public static Billed of(BillingPeriod period, KnownPlan plan) {
    return new Billed(period, plan.id(), plan.priceMinor(), plan.currency());
  }

  /** The same month, paid as it was, under another plan. */
  Billed as(String other) {
    return new Billed(period, other, price, currency);
  }

  /** The same plan and price for other days. */
  public Billed during(BillingPeriod other) {
    return new Billed(other, plan, price, currency);
  }
}
