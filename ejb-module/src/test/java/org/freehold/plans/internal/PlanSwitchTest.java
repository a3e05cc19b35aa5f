package org.freehold.plans.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.freehold.platform.PlanTerms;
import org.freehold.tenancy.TenantTier;
import org.junit.jupiter.api.Test;

class PlanSwitchTest {
  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant MIDDLE = Instant.parse("2026-06-16T00:00:00Z");
  private static final KnownPlan FREE = plan("free", 0, "USD");
  private static final KnownPlan BASIC = plan("basic", 2900, "USD");
  private static final KnownPlan PRO = plan("pro", 9900, "USD");

  private static KnownPlan plan(String id, long price, String currency) {
    return new KnownPlan(
        new PlanTerms(id, Map.of(), Map.of()),
        id,
        TenantTier.CUSTOM,
        price,
        currency,
        true,
        List.of());
  }

  private static Billed month(KnownPlan plan) {
    return Billed.of(BillingPeriod.starting(START), plan);
  }

  @Test
  void whatCostsMoreComesAtOnceForTheRestOfTheMonth() {
    PlanSwitch up = PlanSwitch.of(month(BASIC), BASIC, PRO, false, MIDDLE);
    assertThat(up.atOnce()).isTrue();
    assertThat(up.lines()).extracting(BillLine::minor).containsExactly(-1450L, 4950L);
    assertThat(up.due()).isEqualTo(3500);
    assertThat(up.billed().period()).isEqualTo(month(BASIC).period());
    assertThat(up.billed().price()).isEqualTo(9900);
  }

  @Test
  void whatCostsLessComesWhenTheMonthIsOver() {
    PlanSwitch down = PlanSwitch.of(month(PRO), PRO, BASIC, false, MIDDLE);
    assertThat(down.atOnce()).isFalse();
    assertThat(down.at()).isEqualTo(Instant.parse("2026-07-01T00:00:00Z"));
    assertThat(down.due()).isZero();
    assertThat(down.lines()).isEmpty();
    assertThat(down.billed()).isEqualTo(month(PRO));
  }

  @Test
  void anotherCurrencyWaitsForTheEndOfTheMonth() {
    KnownPlan euro = plan("euro", 50_000, "EUR");
    assertThat(PlanSwitch.of(month(BASIC), BASIC, euro, false, MIDDLE).atOnce()).isFalse();
    assertThat(PlanSwitch.of(null, FREE, euro, false, MIDDLE).atOnce()).isTrue();
  }

  @Test
  void whereNothingWasBilledAMonthBegins() {
    PlanSwitch first = PlanSwitch.of(null, FREE, BASIC, false, MIDDLE);
    assertThat(first.due()).isEqualTo(2900);
    assertThat(first.billed().period().from()).isEqualTo(MIDDLE);
    assertThat(PlanSwitch.of(null, BASIC, FREE, false, MIDDLE).billed()).isNull();
    assertThat(PlanSwitch.of(null, PRO, BASIC, true, MIDDLE).atOnce()).as("on trial").isTrue();
  }

  @Test
  void whoeverWasGivenThePlanThatCostsNothingInAPaidMonthPaysForNoneOfItAgain() {
    PlanSwitch back = PlanSwitch.of(month(PRO).as("free"), FREE, PRO, false, MIDDLE);
    assertThat(back.atOnce()).isTrue();
    assertThat(back.due()).isZero();
    PlanSwitch smaller = PlanSwitch.of(month(PRO).as("free"), FREE, BASIC, false, MIDDLE);
    assertThat(smaller.atOnce()).isTrue();
    assertThat(smaller.lines()).isEmpty();
    assertThat(smaller.billed()).isEqualTo(month(PRO).as("basic"));
    KnownPlan euro = plan("euro", 4900, "EUR");
    KnownPlan larger = plan("larger", 9900, "EUR");
    assertThat(PlanSwitch.of(month(euro).as("free"), FREE, larger, false, MIDDLE).due())
        .as("in another currency than the plan that costs nothing")
        .isEqualTo(2500);
    assertThat(PlanSwitch.of(month(PRO).as("free"), FREE, euro, false, MIDDLE).atOnce()).isFalse();
  }

  @Test
  void whatWasNotPaidIsNotGivenBack() {
    Billed given = new Billed(BillingPeriod.starting(START), "basic", 0, "USD");
    PlanSwitch up = PlanSwitch.of(given, BASIC, PRO, false, MIDDLE);
    assertThat(up.lines()).extracting(BillLine::minor).containsExactly(4950L);
    assertThat(PlanSwitch.of(given, PRO, BASIC, false, MIDDLE).atOnce())
        .as("less than the plan costs, though nobody paid it")
        .isFalse();
  }

  /** With a fixed seed. */
  @Test
  void upwardsNothingIsEverPaidOutAndStepsCostWhatOneLeapDoes() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      long low = random.nextLong(1, 100_000);
      long high = low + random.nextLong(100_000);
      KnownPlan from = plan("from", low, "USD");
      KnownPlan by = plan("by", low + random.nextLong(high - low + 1), "USD");
      KnownPlan to = plan("to", high, "USD");
      Billed billed = month(from);
      long whole = Duration.between(START, billed.period().to()).toMillis();
      Instant now = START.plusMillis(random.nextLong(whole + 1));
      PlanSwitch leap = PlanSwitch.of(billed, from, to, false, now);
      PlanSwitch step = PlanSwitch.of(billed, from, by, false, now);
      PlanSwitch rest = PlanSwitch.of(step.billed(), by, to, false, now);
      assertThat(leap.due()).isBetween(0L, high);
      assertThat(step.due() + rest.due()).isEqualTo(leap.due());
      long back = Proration.rest(low, billed.period(), now);
      assertThat(leap.lines().stream().mapToLong(BillLine::minor).filter(m -> m < 0).sum())
          .as("given back, of what was paid")
          .isBetween(-low, 0L);
      assertThat(leap.due() + back - Proration.rest(high, billed.period(), now))
          .as("up and back at once costs nothing")
          .isZero();
    }
  }
}
