package org.freehold.plans.stripe.internal;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Locale;

/**
 * A price as Stripe has it.
 *
 * @param minor in minor units; -1 when there is no one amount
 * @param monthly it is asked for every month
 */
public record PricedThere(String id, boolean active, boolean monthly, long minor, String currency) {
  static PricedThere of(JsonObject price) {
    JsonObject recurring =
        price.get("recurring") instanceof JsonObject told ? told : JsonValue.EMPTY_JSON_OBJECT;
    boolean monthly =
        recurring.getString("interval", "").equals("month")
            && SoldThere.number(recurring, "interval_count", 1) == 1
            && !recurring.getString("usage_type", "licensed").equals("metered");
    return new PricedThere(
        price.getString("id"),
        price.getBoolean("active", false),
        monthly,
        SoldThere.number(price, "unit_amount", -1),
        price.getString("currency").toUpperCase(Locale.ROOT));
  }
}
