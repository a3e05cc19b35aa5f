package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events of Stripe, and what is done when one is lost or Stripe is away. */
class StripeEventsIT {
  private static final String SUBSCRIPTION = "customer.subscription.updated";

  private static List<String> looks(StripeShop shop) throws SQLException {
    try (Connection connection = Database.asAdministrator()) {
      return Database.texts(
          connection,
          "select id from control.work_item where kind = 'stripe_look' and tenant_id = '"
              + shop.tenant().id()
              + "'");
    }
  }

  @Test
  void anEventThatComesAgainChangesNothing() throws Exception {
    StripeShop shop = new StripeShop().paid();
    String customer = shop.customer();
    StripeShop.account().becomes(customer, "past_due");
    String event = StripeEvents.event(SUBSCRIPTION, customer);
    String signature = Webhook.Signature.generateSignatureHeader(event, FakeStripe.WEBHOOK_SECRET);
    assertThat(StripeEvents.send(event, signature).is(200).json().getBoolean("received")).isTrue();
    shop.await(now -> "past_due".equals(StripeShop.billing(now, "status")));
    Await.until(StripeShop.SOON, () -> unchecked(shop), List::isEmpty);
    StripeShop.account().becomes(customer, "active");
    StripeEvents.send(event, signature).is(200);
    assertThat(looks(shop)).as("work that an event leaves").isEmpty();
    assertThat(StripeShop.billing(shop.now(), "status")).isEqualTo("past_due");
    String next = StripeEvents.event(SUBSCRIPTION, customer);
    StripeEvents.send(next, StripeEvents.header(next, "whsec_of_before", Instant.now())).is(200);
    shop.await(now -> "active".equals(StripeShop.billing(now, "status")));
  }

  private static List<String> unchecked(StripeShop shop) {
    try {
      return looks(shop);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void onlyWhatStripeSignedJustNowIsTaken() {
    String event = StripeEvents.event(SUBSCRIPTION, "cus_1");
    Instant now = Instant.now();
    for (String signature :
        List.of(
            StripeEvents.header(event, "whsec_of_nobody", now),
            StripeEvents.header(event + " ", FakeStripe.WEBHOOK_SECRET, now),
            StripeEvents.header(event, FakeStripe.WEBHOOK_SECRET, now.minusSeconds(310)),
            StripeEvents.header(event, FakeStripe.WEBHOOK_SECRET, now.plusSeconds(330)),
            StripeEvents.header(event, FakeStripe.WEBHOOK_SECRET, now).replace("v1=", "v0="),
            "t=abc,v1=00",
            "t")) {
      StripeEvents.send(event, signature).isProblem(400, "stripe_signature_invalid");
    }
    Api.at(Installation.url())
        .post(StripeEvents.PATH, event)
        .isProblem(400, "stripe_signature_invalid");
    String none = "[1]";
    StripeEvents.send(none, StripeEvents.header(none, FakeStripe.WEBHOOK_SECRET, now))
        .isProblem(400, "stripe_event_invalid");
    String long1 = "{\"id\":\"" + "x".repeat(256 * 1024) + "\"}";
    StripeEvents.send(long1, StripeEvents.header(long1, FakeStripe.WEBHOOK_SECRET, now))
        .isProblem(413, "body_too_large");
    StripeEvents.send(event, StripeEvents.header(event, FakeStripe.WEBHOOK_SECRET, now)).is(200);
  }

  @Test
  void anEventThatCouldNotBeKeptIsTakenWhenItComesAgain() throws Exception {
    StripeShop shop = new StripeShop().paid();
    String customer = shop.customer();
    StripeShop.account().becomes(customer, "past_due");
    String event = StripeEvents.event(SUBSCRIPTION, customer);
    String signature = StripeEvents.header(event, FakeStripe.WEBHOOK_SECRET, Instant.now());
    try (Connection connection = Database.asAdministrator()) {
      Database.run(connection, "revoke insert on control.stripe_event from freehold_app");
      try {
        StripeEvents.send(event, signature).isProblem(500, "internal_error");
      } finally {
        Database.run(connection, "grant insert on control.stripe_event to freehold_app");
      }
    }
    assertThat(StripeShop.billing(shop.now(), "status")).isEqualTo("active");
    StripeEvents.send(event, signature).is(200);
    shop.await(now -> "past_due".equals(StripeShop.billing(now, "status")));
  }

  @Test
  void theNightlyJobPutsRightWhatNoEventTold() {
    StripeShop shop = new StripeShop().paid();
    StripeShop.account().becomes(shop.customer(), "past_due");
    Fixtures.operator().patch(shop.tenant().path(), Body.of("name", "Another name")).is(200);
    shop.await(now -> "past_due".equals(StripeShop.billing(now, "status")));
    StripeShop.account().becomes(shop.customer(), "active");
    JsonObject run = reconciled();
    assertThat(run.getJsonObject("counts").getInt("corrected")).isPositive();
    assertThat(run.getJsonObject("counts").getInt("unreachable")).isZero();
    assertThat(run.getJsonObject("progress").getInt("done")).isPositive();
    assertThat(StripeShop.billing(shop.now(), "status")).isEqualTo("active");
    assertThat(reconciled().getJsonObject("counts").getInt("corrected")).isZero();
  }

  @Test
  void oneTenantThatCannotBeComparedLeavesTheOthersToBe() {
    StripeShop before = new StripeShop().paid();
    StripeShop broken = new StripeShop().paid();
    StripeShop after = new StripeShop().paid();
    StripeShop.account().breaks(broken.customer(), true);
    StripeShop.account().becomes(before.customer(), "past_due");
    StripeShop.account().becomes(after.customer(), "past_due");
    JsonObject counts;
    try {
      counts = reconciled().getJsonObject("counts");
    } finally {
      StripeShop.account().breaks(broken.customer(), false);
    }
    assertThat(counts.getInt("failed")).isEqualTo(1);
    assertThat(StripeShop.billing(before.now(), "status")).isEqualTo("past_due");
    assertThat(StripeShop.billing(after.now(), "status")).isEqualTo("past_due");
  }

  @Test
  void aLargerPlanIsTakenWhenStripeKnowsWhatWasWishedBefore() {
    StripeShop shop = new StripeShop().paid();
    String customer = shop.customer();
    String path = "/v1/subscriptions/" + StripeShop.account().subscription(customer);
    FakeStripe.shared().fails("POST " + path, 4);
    shop.api().post("/api/subscription/cancel", "").is(200);
    shop.change(shop.large()).isProblem(409, "change_pending");
    Await.until(StripeShop.SOON, () -> StripeShop.account().ends(customer), ends -> ends);
    Answer larger =
        Await.until(
            StripeShop.SOON, () -> shop.change(shop.large()), answer -> answer.status() == 200);
    assertThat(larger.string("moment")).isEqualTo("at_once");
    shop.await(now -> now.getString("plan").equals(shop.large()));
  }

  private static JsonObject reconciled() {
    String run =
        Fixtures.operator().post("/api/jobs/billing-reconciliation/runs", "{}").is(202).place();
    return Await.until(
            StripeShop.SOON,
            () -> Fixtures.operator().get(run).is(200),
            one -> one.string("status").equals("completed"))
        .json();
  }

  @Test
  void whileStripeIsAwayNothingIsDoneTwiceAndNothingIsForgotten() {
    StripeShop shop = new StripeShop();
    FakeStripe.shared().fails("POST /v1/checkout/sessions", 3);
    shop.checkout(shop.small()).isProblem(503, "stripe_unavailable");
    String page = shop.checkout(shop.small()).is(200).string("url");
    assertThat(shop.told("POST", "/v1/checkout/sessions"))
        .hasSize(4)
        .extracting(FakeStripe.Request::key)
        .as("all of them the same one")
        .containsOnly(shop.told("POST", "/v1/checkout/sessions").get(0).key());
    StripeShop.account().pay(page);
    shop.await(now -> now.getString("plan").equals(shop.small()));
    String path = "/v1/subscriptions/" + StripeShop.account().subscription(shop.customer());
    FakeStripe.shared().fails("POST " + path, 4);
    shop.change(shop.large()).is(200);
    shop.change(shop.large()).isProblem(409, "change_pending");
    shop.await(now -> now.getString("plan").equals(shop.large()));
    Await.until(StripeShop.SOON, shop::invoices, all -> all.size() == 2);
  }

  /** Stripe repeats what it answered to a key, also when that was a failure of its own. */
  @Test
  void aFailureThatStripeKeepsDoesNotLast() {
    StripeShop shop = new StripeShop();
    FakeStripe.shared().failsAndKeepsThat("POST /v1/checkout/sessions");
    shop.checkout(shop.small()).is(200);
    assertThat(shop.told("POST", "/v1/checkout/sessions"))
        .extracting(one -> one.key().replaceAll(".*[0-9a-f]{12}", ""))
        .containsExactly("", "", "-again");
  }
}
