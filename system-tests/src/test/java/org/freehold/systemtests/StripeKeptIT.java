package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is paid at Stripe is had, and kept for as long as it is paid. */
class StripeKeptIT {
  private static final FakeStripeAccount STRIPE = StripeShop.account();

  @Test
  void whoBoughtAtAFormerPriceHasThePlanAndKeepsThePrice() {
    StripeShop shop = new StripeShop();
    String page = shop.checkout(shop.small()).is(200).string("url");
    shop.costs(shop.small(), "59", "EUR");
    StripeShop.sell(shop.small(), STRIPE.price("EUR", 5900)).is(200);
    STRIPE.pay(page);
    shop.await(now -> now.getString("plan").equals(shop.small()));
    String customer = shop.customer();
    String paid = STRIPE.paidPrice(customer);
    assertThat(StripeShop.sell(shop.large(), paid).isProblem(400, "invalid").faults())
        .containsExactly("/price mismatch");
    shop.costs(shop.large(), "49", "EUR");
    assertThat(StripeShop.sell(shop.large(), paid).isProblem(400, "invalid").faults())
        .as("it would be both plans'")
        .containsExactly("/price taken");
    shop.api().post("/api/subscription/cancel", "").is(200);
    Await.until(StripeShop.SOON, () -> STRIPE.ends(customer), ends -> ends);
    Fixtures.operator().delete("/api/billing/stripe/prices/" + shop.small()).is(204);
    shop.api().post("/api/subscription/resume", "").is(200);
    Await.until(StripeShop.SOON, () -> STRIPE.ends(customer), ends -> !ends);
    StripeShop.sell(shop.small(), STRIPE.price("EUR", 5900)).is(200);
    shop.api().post("/api/subscription/cancel", "").is(200);
    Await.until(StripeShop.SOON, () -> STRIPE.ends(customer), ends -> ends);
    shop.api().post("/api/subscription/resume", "").is(200);
    Await.until(StripeShop.SOON, () -> STRIPE.ends(customer), ends -> !ends);
    assertThat(STRIPE.minor(customer)).as("a month").isEqualTo(4900);
    String before = shop.now().getJsonObject("period").getString("to");
    STRIPE.monthEnds(customer);
    shop.await(now -> !now.getJsonObject("period").getString("to").equals(before));
    assertThat(shop.now().getString("plan")).isEqualTo(shop.small());
  }

  @Test
  void aTrialEndsWhenThePlanIsPaidThatWasTried() throws Exception {
    StripeShop shop = new StripeShop();
    tries(shop, shop.small());
    Await.until(StripeShop.SOON, shop::now, now -> now.getString("status").equals("trial"));
    STRIPE.pay(shop.checkout(shop.small()).is(200).string("url"));
    shop.await(now -> now.getString("status").equals("active"));
    assertThat(shop.now().isNull("trial_ends_at")).isTrue();
    tries(shop, shop.small());
    StripeEvents.happened("customer.subscription.updated", shop.customer());
    awaitStatus(shop, "active");
    shop.api().post("/api/subscription/cancel", "").is(200);
  }

  @Test
  void whoeverPaidWhenTheTrialEndedIsOpenAgainAndWhoeverWasSuspendedIsNot() throws Exception {
    StripeShop shop = new StripeShop();
    tries(shop, shop.small());
    Await.until(StripeShop.SOON, shop::now, now -> now.getString("status").equals("trial"));
    String page = shop.checkout(shop.small()).is(200).string("url");
    set(shop, "status = 'suspended', trial_over = true");
    STRIPE.pay(page);
    awaitStatus(shop, "active");
    String customer = shop.customer();
    Fixtures.operator().post(shop.tenant().path() + "/suspend").is(200);
    STRIPE.monthEnds(customer);
    Await.until(StripeShop.SOON, shop::invoices, all -> all.size() == 2);
    assertThat(status(shop)).containsExactly("suspended");
  }

  private static void awaitStatus(StripeShop shop, String status) {
    Await.until(StripeShop.SOON, () -> status(shop), List.of(status)::equals);
  }

  private static List<String> status(StripeShop shop) {
    try (Connection connection = Database.asAdministrator()) {
      return Database.texts(
          connection, "select status from control.tenant where id = '" + shop.tenant().id() + "'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void tries(StripeShop shop, String plan) throws SQLException {
    set(
        shop,
        "status = 'trial', trial_ends_at = now() + interval '1 day', tier = 'custom', custom_plan = '%s'"
            .formatted(plan));
  }

  private static void set(StripeShop shop, String columns) throws SQLException {
    try (Connection connection = Database.asAdministrator()) {
      Database.run(
          connection,
          "update control.tenant set " + columns + " where id = '" + shop.tenant().id() + "'");
    }
  }

  @Test
  void whatWasCancelledInThePortalIsResumedHere() {
    StripeShop shop = new StripeShop().paid();
    STRIPE.cancelsInPortal(shop.customer());
    shop.await(now -> !now.isNull("scheduled"));
    assertThat(shop.scheduled()).isEqualTo("free");
    shop.api().post("/api/subscription/resume", "").is(200);
    Await.until(StripeShop.SOON, () -> STRIPE.ends(shop.customer()), ends -> !ends);
    Await.until(StripeShop.SOON, shop::now, now -> now.isNull("scheduled"));
  }

  @Test
  void whoeverCancelsAfterASmallerPlanKeepsTheOneThatIsPaidUntilTheMonthEnds() {
    StripeShop shop = new StripeShop();
    STRIPE.pay(shop.checkout(shop.large()).is(200).string("url"));
    shop.await(now -> now.getString("plan").equals(shop.large()));
    String customer = shop.customer();
    shop.change(shop.small()).is(200);
    Await.until(StripeShop.SOON, () -> STRIPE.minor(customer), is -> is == 4900);
    STRIPE.cancelsInPortal(customer);
    Await.until(StripeShop.SOON, () -> shop.scheduled(), "free"::equals);
    assertThat(shop.now().getString("plan")).isEqualTo(shop.large());
  }
}
