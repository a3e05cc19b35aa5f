package org.freehold.systemtests;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A subscription at our own Stripe. */
final class FakeStripeSale {
  final String id = FakeStripeAccount.name("sub");
  final String item = FakeStripeAccount.name("si");
  final String customer;
  final long created = Instant.now().getEpochSecond();
  String price;
  String status = "active";
  boolean ends;
  boolean endsOnDate;
  boolean broken;
  Instant from = Instant.ofEpochSecond(created);
  Instant to = month(from);

  FakeStripeSale(String customer, String price) {
    this.customer = customer;
    this.price = price;
  }

  static Instant month(Instant from) {
    return from.atZone(ZoneOffset.UTC).plusMonths(1).toInstant();
  }

  JsonObject told(FakeStripePrice of) {
    JsonObjectBuilder line =
        Json.createObjectBuilder()
            .add("id", item)
            .add("quantity", 1)
            .add("price", of.told())
            .add("current_period_start", from.getEpochSecond())
            .add("current_period_end", to.getEpochSecond());
    return Json.createObjectBuilder()
        .add("id", id)
        .add("customer", customer)
        .add(broken ? "condition" : "status", status)
        .add("cancel_at_period_end", ends)
        .add("cancel_at", endsOnDate ? Json.createValue(to.getEpochSecond()) : JsonValue.NULL)
        .add("created", created)
        .add("items", FakeStripeAccount.list(List.of(line.build())))
        .build();
  }

  /** A bill that is paid; {@code minor} in the currency. */
  JsonObject invoice(String url, String currency, String text, long minor) {
    long now = Instant.now().getEpochSecond();
    JsonObject line =
        Json.createObjectBuilder()
            .add("description", text)
            .add("amount", minor)
            .add(
                "period",
                Json.createObjectBuilder()
                    .add("start", from.getEpochSecond())
                    .add("end", to.getEpochSecond()))
            .build();
    String bill = FakeStripeAccount.name("in");
    return Json.createObjectBuilder()
        .add("id", bill)
        .add("number", "FAKE-" + bill.substring(bill.length() - 4))
        .add("status", "paid")
        .add("currency", currency)
        .add("total", minor)
        .add("created", now)
        .add("hosted_invoice_url", url + "/i/" + bill)
        .add("status_transitions", Json.createObjectBuilder().add("finalized_at", now))
        .add("lines", FakeStripeAccount.list(List.of(line)))
        .build();
  }
}
