package org.freehold.plans.stripe.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.freehold.plans.internal.Billed;
import org.freehold.plans.internal.BillingPeriod;
import org.freehold.plans.stripe.internal.WantedThere.What;
import org.junit.jupiter.api.Test;

class StandingTest {
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");
  private static final Standing NOTHING = new Standing(null, null, null, "free", null, null);
  private static final Function<String, Optional<String>> PLANS =
      price -> Optional.ofNullable(Map.of("price_b", "basic", "price_p", "pro").get(price));

  private static SoldThere sold(
      String id, String status, String price, Instant from, boolean ends) {
    return new SoldThere(
        id,
        status,
        "si_" + id,
        price,
        2900,
        "USD",
        from,
        from.plus(Duration.ofDays(30)),
        ends,
        from);
  }

  private static SoldThere sold(String status, String price) {
    return sold("sub_1", status, price, JUNE, false);
  }

  private static Billed month(String plan, Instant from) {
    BillingPeriod period = new BillingPeriod(from, from, from.plus(Duration.ofDays(30)));
    return new Billed(period, plan, 2900, "USD");
  }

  private static Standing paying(String plan, String next) {
    return new Standing("sub_1", "si_sub_1", "active", plan, month(plan, JUNE), next);
  }

  private static Standing after(Standing before, SoldThere... there) {
    return whileWished(null, before, there);
  }

  private static Standing whileWished(What wish, Standing before, SoldThere... there) {
    return before.after(
        List.of(there),
        new Standing.Knowledge(wish, "free", PLANS, Set.of("basic", "pro")::contains));
  }

  private static SoldThere cheaper(Instant from, boolean ends) {
    return costing("price_b", 1900, from, ends);
  }

  private static SoldThere costing(String price, long minor, Instant from, boolean ends) {
    SoldThere sold = sold("sub_1", "active", price, from, ends);
    return new SoldThere(
        sold.id(),
        sold.status(),
        sold.item(),
        price,
        minor,
        "USD",
        from,
        sold.to(),
        ends,
        sold.created());
  }

  @Test
  void whatIsPaidIsHad() {
    assertThat(after(NOTHING, sold("active", "price_b"))).isEqualTo(paying("basic", null));
    assertThat(after(paying("basic", null), sold("active", "price_p")).plan()).isEqualTo("pro");
  }

  @Test
  void whatIsSeenTwiceChangesNothing() {
    assertThat(after(paying("basic", null), sold("active", "price_b")))
        .isEqualTo(paying("basic", null));
    assertThat(after(NOTHING)).isEqualTo(NOTHING);
  }

  @Test
  void nothingIsHadBeforeTheFirstPayment() {
    assertThat(after(NOTHING, sold("incomplete", "price_p"))).isEqualTo(NOTHING);
    assertThat(after(NOTHING, sold("canceled", "price_p"))).isEqualTo(NOTHING);
  }

  @Test
  void whoeverIsLateKeepsThePlanAndWhoeverStopsPayingDoesNot() {
    Standing late = after(paying("pro", null), sold("past_due", "price_p"));
    assertThat(late.plan()).isEqualTo("pro");
    assertThat(late.status()).isEqualTo("past_due");
    for (String status : List.of("unpaid", "paused")) {
      Standing stopped = after(paying("pro", null), sold(status, "price_p"));
      assertThat(stopped).isEqualTo(new Standing("sub_1", "si_sub_1", status, "free", null, null));
      assertThat(after(stopped, sold("active", "price_p"))).isEqualTo(paying("pro", null));
    }
  }

  @Test
  void aSmallerPlanWaitsForTheEndOfTheMonth() {
    Standing waiting = after(paying("pro", "basic"), sold("active", "price_b"));
    assertThat(waiting).isEqualTo(paying("pro", "basic"));
    Standing next = after(waiting, sold("sub_1", "active", "price_b", JULY, false));
    assertThat(next.plan()).isEqualTo("basic");
    assertThat(next.next()).isNull();
    assertThat(next.billed()).isEqualTo(month("basic", JULY));
  }

  @Test
  void whatStripeStillHasToBeToldIsNotTakenBack() {
    Standing asked = paying("pro", "basic");
    assertThat(whileWished(What.SMALLER, asked, sold("active", "price_p"))).isEqualTo(asked);
    assertThat(after(asked, sold("active", "price_p")).next())
        .as("told, and Stripe says otherwise")
        .isNull();
    Standing kept = paying("pro", null);
    assertThat(whileWished(What.SMALLER, kept, sold("active", "price_b"))).isEqualTo(kept);
  }

  @Test
  void aSubscriptionThatEndsIsFollowedByTheFreePlanOrTheOneThatWasToCome() {
    Standing ending = after(paying("pro", null), sold("sub_1", "active", "price_p", JUNE, true));
    assertThat(ending).isEqualTo(paying("pro", "free"));
    assertThat(after(ending, sold("active", "price_p")).next()).as("resumed there").isNull();
    assertThat(after(ending, sold("canceled", "price_p"))).isEqualTo(NOTHING);
    assertThat(after(paying("pro", "local"), sold("canceled", "price_p")).plan())
        .isEqualTo("local");
    assertThat(after(paying("pro", null)).plan()).as("there is none any more").isEqualTo("free");
  }

  @Test
  void aPriceOfNoPlanChangesNoPlan() {
    assertThat(after(NOTHING, sold("active", "price_x"))).isEqualTo(NOTHING);
    assertThat(after(paying("pro", null), sold("active", "price_x")))
        .isEqualTo(paying("pro", null));
  }

  @Test
  void ofSeveralTheKnownOneCountsAsLongAsItLasts() {
    SoldThere other = sold("sub_2", "active", "price_b", JULY, false);
    assertThat(after(paying("pro", null), other, sold("active", "price_p")))
        .isEqualTo(paying("pro", null));
    assertThat(after(paying("pro", null), sold("canceled", "price_p"), other).subscription())
        .isEqualTo("sub_2");
  }

  @Test
  void whoeverEndsAfterASmallerPlanWasToldKeepsWhatThisMonthPaid() {
    assertThat(after(paying("pro", "free"), cheaper(JUNE, true))).isEqualTo(paying("pro", "free"));
    assertThat(after(paying("pro", "basic"), cheaper(JUNE, true)))
        .as("ended in the portal")
        .isEqualTo(paying("pro", "free"));
    assertThat(after(paying("pro", "local"), cheaper(JUNE, true)))
        .as("a plan that is not paid for there")
        .isEqualTo(paying("pro", "local"));
    assertThat(after(paying("pro", "free"), cheaper(JUNE, false)))
        .as("resumed in the portal")
        .isEqualTo(paying("pro", "basic"));
    assertThat(after(paying("pro", "basic"), costing("price_p", 3900, JUNE, false)).next())
        .as("a larger one came after all")
        .isNull();
  }

  @Test
  void aSmallerPlanThatIsToldLateIsForTheMonthAfter() {
    Standing june = paying("pro", "basic");
    Standing july = new Standing("sub_1", "si_sub_1", "active", "pro", month("pro", JULY), "basic");
    SoldThere renewed = sold("sub_1", "active", "price_p", JULY, false);
    assertThat(whileWished(What.SMALLER, june, renewed)).isEqualTo(july);
    assertThat(whileWished(What.SMALLER, june, cheaper(JULY, false))).isEqualTo(july);
    assertThat(whileWished(What.SMALLER, july, renewed)).isEqualTo(july);
    assertThat(after(july, cheaper(JULY, false))).isEqualTo(july);
    Standing ending = whileWished(What.END, paying("pro", "free"), renewed);
    assertThat(ending.next()).isEqualTo("free");
    assertThat(after(ending, sold("sub_1", "active", "price_p", JULY, true))).isEqualTo(ending);
  }

  @Test
  void aMonthThatWasRenewedAtTheSmallerPriceIsOfTheSmallerPlan() {
    for (What wish : List.of(What.END, What.LARGER)) {
      Standing july = whileWished(wish, paying("pro", "free"), cheaper(JULY, false));
      assertThat(july.plan()).isEqualTo("basic");
      assertThat(july.billed().price()).isEqualTo(1900);
    }
    assertThat(whileWished(What.LARGER, paying("pro", "basic"), cheaper(JULY, false)).next())
        .isNull();
  }

  @Test
  void whatIsPaidForThereIsNotBilledHereWhenItEndsEarly() {
    assertThat(after(paying("pro", "basic"), sold("canceled", "price_b"))).isEqualTo(NOTHING);
  }

  @Test
  void aSubscriptionOfNoPlanHidesNone() {
    SoldThere other = sold("sub_2", "active", "price_x", JULY, false);
    assertThat(after(NOTHING, sold("active", "price_b"), other)).isEqualTo(paying("basic", null));
  }
}
