package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sold at Stripe: a checkout, a larger and a smaller plan, the end. */
class StripeIT {
  @Test
  void aPlanIsHadWhenItIsPaid() {
    StripeShop shop = new StripeShop();
    Api api = shop.api();
    JsonObject offered =
        api.get("/api/plans").items().stream()
            .filter(one -> one.getString("id").equals(shop.small()))
            .findFirst()
            .orElseThrow();
    assertThat(offered.getBoolean("checkout")).isTrue();
    shop.change(shop.small()).isProblem(409, "checkout_required");
    api.post("/api/subscription/portal", Body.of("return_url", "https://app.example"))
        .isProblem(409, "nothing_paid");
    String page = shop.checkout(shop.small()).is(200).string("url");
    assertThat(shop.checkout(shop.small()).is(200).string("url")).as("one page").isEqualTo(page);
    assertThat(StripeShop.billing(shop.now(), "provider")).isEqualTo("local");
    String large = shop.checkout(shop.large()).is(200).string("url");
    assertThat(StripeShop.account().isOpen(page)).as("two could be paid").isFalse();
    StripeShop.account().pay(large);
    JsonObject now = shop.await(one -> one.getString("plan").equals(shop.large()));
    assertThat(StripeShop.billing(now, "provider")).isEqualTo("stripe");
    assertThat(StripeShop.billing(now, "status")).isEqualTo("active");
    assertThat(now.isNull("period")).isFalse();
    JsonObject invoice =
        Await.until(StripeShop.SOON, shop::invoices, all -> all.size() == 1).get(0);
    assertThat(invoice.getJsonObject("total").get("amount")).hasToString("99.00");
    assertThat(invoice.getString("status")).isEqualTo("paid");
    assertThat(invoice.getString("hosted_url")).contains("/i/in_");
    assertThat(api.get("/api/subscription/invoices/" + invoice.getString("id")).string("reference"))
        .startsWith("FAKE-");
    shop.checkout(shop.small()).isProblem(409, "paid_already");
    assertThat(api.get("/api/audit-logs?action=subscription.synchronised").items()).isNotEmpty();
    assertThat(shop.told("POST", "/v1/checkout/sessions"))
        .extracting(FakeStripe.Request::version)
        .containsOnly("2026-07-29.dahlia");
    assertThat(shop.told("POST", "/v1/checkout/sessions"))
        .extracting(FakeStripe.Request::key)
        .doesNotContainNull()
        .doesNotHaveDuplicates();
    Await.until(
        StripeShop.SOON,
        () -> api.get("/api/webhooks/messages?type=subscription.changed"),
        messages -> messages.items().size() == 1);
  }

  @Test
  void aLargerPlanComesWhenItsRestOfTheMonthIsPaidAndASmallerOneWhenTheMonthEnds() {
    StripeShop shop = new StripeShop().paid();
    String customer = shop.customer();
    StripeShop.account().declines(customer, true);
    shop.change(shop.large()).is(200);
    JsonObject refused = shop.await(now -> StripeShop.billing(now, "refusal") != null);
    assertThat(StripeShop.billing(refused, "refusal")).contains("Your card was declined.");
    assertThat(refused.getString("plan")).isEqualTo(shop.small());
    assertThat(shop.api().get("/api/audit-logs?action=subscription.change_refused").items())
        .hasSize(1);
    StripeShop.account().declines(customer, false);
    Answer change = shop.change(shop.large()).is(200);
    assertThat(change.string("moment")).isEqualTo("at_once");
    assertThat(StripeShop.billing(change.json().getJsonObject("subscription"), "pending_plan"))
        .isEqualTo(shop.large());
    JsonObject larger = shop.await(now -> now.getString("plan").equals(shop.large()));
    assertThat(StripeShop.billing(larger, "pending_plan")).isNull();
    Await.until(StripeShop.SOON, shop::invoices, all -> all.size() == 2);
    shop.change(shop.small()).is(200);
    assertThat(shop.scheduled()).isEqualTo(shop.small());
    shop.api().post("/api/subscription/resume", "").is(200);
    assertThat(shop.now().isNull("scheduled")).isTrue();
    // Else the smaller price that is waited for below may be the one that was taken back.
    Await.until(StripeShop.SOON, () -> StripeShop.account().minor(customer), is -> is == 9900);
    shop.change(shop.small()).is(200);
    Await.until(StripeShop.SOON, () -> StripeShop.account().minor(customer), is -> is == 4900);
    assertThat(updates(shop)).startsWith("always_invoice", "always_invoice").endsWith("none");
    assertThat(shop.now().getString("plan")).isEqualTo(shop.large());
    StripeShop.account().monthEnds(customer);
    shop.await(now -> now.getString("plan").equals(shop.small()));
    assertThat(Await.until(StripeShop.SOON, shop::invoices, all -> all.size() == 3))
        .extracting(one -> one.getJsonObject("total").get("amount").toString())
        .containsExactly("49.00", "50.00", "49.00");
    assertThat(shop.now().isNull("scheduled")).isTrue();
  }

  @Test
  void aPlanWhosePriceChangedIsNotSoldAtTheOldOne() {
    StripeShop shop = new StripeShop();
    shop.costs(shop.small(), "59", "EUR");
    shop.checkout(shop.small()).isProblem(409, "price_outdated");
    StripeShop.sell(shop.small(), StripeShop.account().price("EUR", 5900)).is(200);
    shop.paid();
    shop.costs(shop.large(), "109", "EUR");
    shop.change(shop.large()).isProblem(409, "price_outdated");
    StripeShop.sell(shop.large(), StripeShop.account().price("EUR", 10900)).is(200);
    shop.change(shop.large()).is(200);
  }

  /** How each change of the subscription was to be paid. */
  private static List<String> updates(StripeShop shop) {
    String subscription = StripeShop.account().subscription(shop.customer());
    return FakeStripe.shared().requests(subscription).stream()
        .filter(one -> one.method().equals("POST"))
        .map(one -> one.form().get("proration_behavior"))
        .toList();
  }

  @Test
  void whoeverCancelsIsOnTheFreePlanWhenTheMonthEnds() {
    StripeShop shop = new StripeShop().paid();
    shop.api().post("/api/subscription/cancel", "").is(200);
    assertThat(shop.scheduled()).isEqualTo("free");
    Await.until(StripeShop.SOON, () -> StripeShop.account().ends(shop.customer()), ends -> ends);
    assertThat(shop.now().getString("plan")).isEqualTo(shop.small());
    StripeShop.account().monthEnds(shop.customer());
    JsonObject free = shop.await(now -> now.getString("plan").equals("free"));
    assertThat(StripeShop.billing(free, "provider")).isEqualTo("local");
    shop.paid();
  }

  @Test
  void whoeverPaidToUsGetsTheRestOfThatMonthBack() {
    StripeShop shop = new StripeShop("starter");
    Await.until(StripeShop.SOON, shop::invoices, all -> all.size() == 1);
    Answer page =
        shop.api()
            .post(
                "/api/subscription/checkout",
                Body.of(
                    "plan",
                    shop.small(),
                    "success_url",
                    "https://app.example/plan",
                    "cancel_url",
                    "https://app.example/plan",
                    "accept_over_limit",
                    true))
            .is(200);
    StripeShop.account().pay(page.string("url"));
    List<JsonObject> invoices =
        Await.until(StripeShop.SOON, shop::invoices, all -> all.size() == 3);
    assertThat(invoices)
        .extracting(one -> one.getJsonObject("total").toString())
        .containsExactlyInAnyOrder(
            "{\"amount\":29.00,\"currency\":\"USD\"}",
            "{\"amount\":-29.00,\"currency\":\"USD\"}",
            "{\"amount\":49.00,\"currency\":\"EUR\"}");
  }

  @Test
  void whoeverIsLateKeepsThePlanAndMayNotTakeALargerOne() {
    StripeShop shop = new StripeShop().paid();
    StripeShop.account().becomes(shop.customer(), "past_due");
    StripeEvents.happened("invoice.payment_failed", shop.customer());
    shop.await(now -> "past_due".equals(StripeShop.billing(now, "status")));
    assertThat(shop.now().getString("plan")).isEqualTo(shop.small());
    shop.change(shop.large()).isProblem(409, "payment_overdue");
    StripeShop.account().becomes(shop.customer(), "unpaid");
    StripeEvents.happened("customer.subscription.updated", shop.customer());
    shop.await(now -> now.getString("plan").equals("free"));
    StripeShop.account().becomes(shop.customer(), "active");
    StripeEvents.happened("customer.subscription.resumed", shop.customer());
    shop.await(now -> now.getString("plan").equals(shop.small()));
  }

  @Test
  void whatAFeatureOfStripeGivesIsHadBesideThePlan() {
    StripeShop shop = new StripeShop().paid();
    shop.api().get("/api/admin/analytics").isProblem(402, "plan_required");
    StripeShop.account().gives(shop.customer(), "analytics:advanced");
    StripeShop.account().gives(shop.customer(), "something_else");
    StripeEvents.happened("entitlements.active_entitlement_summary.updated", shop.customer());
    Await.until(
        StripeShop.SOON,
        () -> shop.api().get("/api/admin/analytics").status(),
        status -> status == 200);
    assertThat(shop.now().getJsonObject("entitlements").getString("analytics"))
        .isEqualTo("advanced");
  }

  @Test
  void aTenantThatIsArchivedPaysForNothingMore() {
    StripeShop shop = new StripeShop().paid();
    String customer = shop.customer();
    Fixtures.operator().post(shop.tenant().path() + "/archive").is(200);
    Await.until(StripeShop.SOON, () -> StripeShop.account().status(customer), "canceled"::equals);
  }

  @Test
  void onlyOperatorsSellPlansAndOnlyAtAPriceThatIsThePlans() {
    StripeShop shop = new StripeShop();
    FakeStripeAccount stripe = StripeShop.account();
    assertThat(fault(shop, stripe.price("EUR", 5000))).isEqualTo("/price mismatch");
    assertThat(fault(shop, stripe.price("USD", 4900))).isEqualTo("/price mismatch");
    assertThat(fault(shop, stripe.price("EUR", 4900, "year"))).isEqualTo("/price not_monthly");
    assertThat(fault(shop, "price_of_nobody")).isEqualTo("/price unknown");
    shop.costs(shop.small(), "49", "MGA");
    assertThat(fault(shop, stripe.price("MGA", 4900))).isEqualTo("/price currency");
    shop.costs(shop.small(), "49", "EUR");
    StripeShop.sell("free", "price_1").isProblem(409, "plan_costs_nothing");
    String taken =
        Fixtures.operator().get("/api/billing/stripe/prices").is(200).items().stream()
            .filter(one -> one.getString("plan").equals(shop.large()))
            .findFirst()
            .orElseThrow()
            .getString("price");
    assertThat(fault(shop, taken)).isEqualTo("/price mismatch");
    shop.api()
        .put("/api/billing/stripe/prices/" + shop.small(), Body.of("price", "price_1"))
        .isProblem(403, "platform_only");
    Fixtures.operator().delete("/api/billing/stripe/prices/" + shop.small()).is(204);
    assertThat(shop.checkout(shop.small()).isProblem(400, "invalid").faults())
        .containsExactly("/plan not_sold");
    shop.change(shop.small()).is(200);
    assertThat(shop.invoices().get(0).isNull("status")).as("billed by ourselves").isTrue();
    shop.tenant().as("member").get("/api/subscription").isProblem(403, "permission_required");
    assertThat(
            shop.api()
                .post(
                    "/api/subscription/checkout",
                    Body.of(
                        "plan",
                        shop.large(),
                        "success_url",
                        "javascript:alert(1)",
                        "cancel_url",
                        "https://app.example"))
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/success_url format");
  }

  private static String fault(StripeShop shop, String price) {
    return StripeShop.sell(shop.small(), price).isProblem(400, "invalid").faults().get(0);
  }
}
