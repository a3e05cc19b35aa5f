package org.freehold.systemtests;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** What something costs at our own Stripe, in minor units of the currency for each interval. */
record FakeStripePrice(String id, String currency, long minor, String interval) {
  JsonObject told() {
    return Json.createObjectBuilder()
        .add("id", id)
        .add("active", true)
        .add("currency", currency)
        .add("unit_amount", minor)
        .add(
            "recurring",
            Json.createObjectBuilder().add("interval", interval).add("interval_count", 1))
        .build();
  }
}
