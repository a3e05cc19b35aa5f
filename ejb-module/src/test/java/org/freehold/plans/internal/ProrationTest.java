package org.freehold.plans.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Properties, each on some thousand months, prices and moments that a fixed seed chooses. */
class ProrationTest {
  private static final int TRIES = 20_000;
  private final Random random = new Random(20_261_121);

  private BillingPeriod month() {
    return BillingPeriod.starting(
        Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(100_000_000)));
  }

  private Instant within(BillingPeriod month) {
    long millis = Duration.between(month.from(), month.to()).toMillis();
    return month.from().plusMillis(random.nextLong(millis + 1));
  }

  private long price() {
    return random.nextBoolean() ? random.nextLong(100_000) : random.nextLong(100_000_000_000L);
  }

  @Test
  void aMonthThatIsSplitAnywhereAddsUp() {
    for (int i = 0; i < TRIES; i++) {
      BillingPeriod month = month();
      long price = price();
      Instant[] cuts = {within(month), within(month), within(month)};
      java.util.Arrays.sort(cuts);
      long sum = 0;
      Instant from = month.from();
      for (Instant cut : cuts) {
        sum += Proration.rest(price, month, from) - Proration.rest(price, month, cut);
        from = cut;
      }
      assertThat(sum + Proration.rest(price, month, from)).isEqualTo(price);
    }
  }

  @Test
  void theRestIsAllAtFirstAndNothingAtLastAndNeverGrows() {
    for (int i = 0; i < TRIES; i++) {
      BillingPeriod month = month();
      long price = price();
      Instant one = within(month);
      Instant other = within(month);
      Instant earlier = one.isBefore(other) ? one : other;
      Instant later = one.isBefore(other) ? other : one;
      assertThat(Proration.rest(price, month, month.from())).isEqualTo(price);
      assertThat(Proration.rest(price, month, month.to())).isZero();
      assertThat(Proration.rest(price, month, later))
          .isBetween(0L, Proration.rest(price, month, earlier));
      assertThat(Proration.rest(price, month, month.from().minusSeconds(9))).isEqualTo(price);
      assertThat(Proration.rest(price, month, month.to().plusSeconds(9))).isZero();
    }
  }

  @Test
  void halfOfAMonthIsHalfOfItsPriceRoundedDownForWhatIsUsed() {
    BillingPeriod june = BillingPeriod.starting(Instant.parse("2026-06-01T00:00:00Z"));
    Instant middle = Instant.parse("2026-06-16T00:00:00Z");
    assertThat(Proration.rest(9900, june, middle)).isEqualTo(4950);
    assertThat(Proration.rest(2901, june, middle)).isEqualTo(1451);
  }
}
