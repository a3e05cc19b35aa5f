package org.freehold.plans.internal;

import java.time.Instant;
import org.freehold.plans.InvoiceLine;
import org.freehold.plans.Money;

/**
 * A line of an invoice.
 *
 * @param minor the amount in minor units; negative for what is given back
 */
public record BillLine(String plan, String text, Instant from, Instant to, long minor) {
  static BillLine month(Billed billed) {
    return new BillLine(
        billed.plan(),
        "Plan " + billed.plan(),
        billed.period().from(),
        billed.period().to(),
        billed.price());
  }

  public InvoiceLine told(String currency) {
    return new InvoiceLine(plan, text, from, to, Money.ofMinor(minor, currency));
  }
}
