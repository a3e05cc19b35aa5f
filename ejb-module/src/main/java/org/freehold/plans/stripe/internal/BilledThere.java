package org.freehold.plans.stripe.internal;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * An invoice as Stripe has it.
 *
 * @param reference Stripe's number of it, as people see it
 * @param status {@code draft}, {@code open}, {@code paid}, {@code uncollectible} or {@code void}
 * @param total in minor units
 * @param hostedUrl where it is seen and paid
 */
record BilledThere(
    String id,
    String reference,
    String status,
    String currency,
    long total,
    Instant issuedAt,
    String hostedUrl,
    List<Line> lines) {
  /** What is in it; negative for what is given back. */
  record Line(String text, Instant from, Instant to, long minor) {}

  private static final int LONGEST_TEXT = 200;

  static BilledThere of(JsonObject invoice) {
    JsonObject moments =
        invoice.get("status_transitions") instanceof JsonObject told ? told : invoice;
    long issued =
        SoldThere.number(moments, "finalized_at", SoldThere.number(invoice, "created", 0));
    return new BilledThere(
        invoice.getString("id"),
        invoice.getString("number", null),
        invoice.getString("status", "draft"),
        invoice.getString("currency").toUpperCase(Locale.ROOT),
        SoldThere.number(invoice, "total", 0),
        Instant.ofEpochSecond(issued),
        invoice.getString("hosted_invoice_url", null),
        invoice.getJsonObject("lines").getJsonArray("data").getValuesAs(JsonObject.class).stream()
            .map(BilledThere::line)
            .toList());
  }

  private static Line line(JsonObject line) {
    String text = line.getString("description", "");
    JsonObject period = line.getJsonObject("period");
    return new Line(
        text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT),
        Instant.ofEpochSecond(SoldThere.number(period, "start", 0)),
        Instant.ofEpochSecond(SoldThere.number(period, "end", 0)),
        line.get("amount") instanceof JsonNumber amount ? amount.longValue() : 0);
  }

  /** Nothing of a draft is certain. */
  boolean isIssued() {
    return !status.equals("draft");
  }
}
