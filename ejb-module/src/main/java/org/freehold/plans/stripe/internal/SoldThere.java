package org.freehold.plans.stripe.internal;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A subscription as Stripe has it.
 *
 * @param item what in it is priced
 * @param minor what a month costs, in minor units
 * @param from when the month that is paid, or is to be, began
 * @param ends it is not renewed
 */
record SoldThere(
    String id,
    String status,
    String item,
    String price,
    long minor,
    String currency,
    Instant from,
    Instant to,
    boolean ends,
    Instant created) {
  private static final Set<String> OVER = Set.of("canceled", "incomplete_expired");
  private static final Set<String> PAYING = Set.of("active", "trialing", "past_due");

  /** Empty for one that never had a month, or sells nothing. */
  static Optional<SoldThere> of(JsonObject subscription) {
    JsonObject item =
        subscription
            .getJsonObject("items")
            .getJsonArray("data")
            .getValuesAs(JsonObject.class)
            .stream()
            .findFirst()
            .orElse(null);
    // Before 2025 the month was the subscription's and not the item's.
    JsonObject dated =
        item != null && item.containsKey("current_period_start") ? item : subscription;
    if (item == null || !dated.containsKey("current_period_start")) {
      return Optional.empty();
    }
    JsonObject price = item.getJsonObject("price");
    return Optional.of(
        new SoldThere(
            subscription.getString("id"),
            subscription.getString("status"),
            item.getString("id"),
            price.getString("id"),
            number(price, "unit_amount", 0) * number(item, "quantity", 1),
            price.getString("currency").toUpperCase(Locale.ROOT),
            Instant.ofEpochSecond(number(dated, "current_period_start", 0)),
            Instant.ofEpochSecond(number(dated, "current_period_end", 0)),
            endsWithMonth(subscription) || endsOnDate(subscription),
            Instant.ofEpochSecond(number(subscription, "created", 0))));
  }

  private static boolean endsWithMonth(JsonObject subscription) {
    return subscription.getBoolean("cancel_at_period_end", false);
  }

  /** As of what was cancelled in the portal: Stripe keeps that until the date is taken away. */
  static boolean endsOnDate(JsonObject subscription) {
    return number(subscription, "cancel_at", 0) > 0 && !endsWithMonth(subscription);
  }

  static long number(JsonObject object, String name, long otherwise) {
    JsonValue value = object.get(name);
    return value instanceof JsonNumber number ? number.longValue() : otherwise;
  }

  boolean isOver() {
    return OVER.contains(status);
  }

  /** The first payment never came yet; it is nobody's plan. */
  boolean isBegun() {
    return !status.equals("incomplete") && !isOver();
  }

  /** Paid, or late and still waited for. */
  boolean isPaying() {
    return PAYING.contains(status);
  }
}
