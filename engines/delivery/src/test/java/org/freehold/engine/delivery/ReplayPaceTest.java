package org.freehold.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplayPaceTest {
  private static final Duration TWO = Duration.ofSeconds(2);

  @Test
  void keepsTheRate() {
    ReplayPace pace = new ReplayPace(600, false);
    assertThat(pace.now(TWO, 0, 0)).isEqualTo(20);
    assertThat(pace.now(Duration.ofMillis(50), 0, 0)).isZero();
    int made = 0;
    for (int second = 0; second < 60; second += 2) {
      made += pace.now(TWO, made, 0);
    }
    assertThat(made).isEqualTo(600);
  }

  @Test
  void theSlowestMakesOneAMinute() {
    ReplayPace pace = new ReplayPace(1, false);
    assertThat(pace.now(Duration.ofSeconds(59), 0, 0)).isZero();
    assertThat(pace.now(Duration.ofSeconds(61), 0, 0)).isEqualTo(1);
    assertThat(pace.now(Duration.ofHours(5), 0, 0)).isEqualTo(1);
    assertThat(pace.pause()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void aLongAbsenceBeginsNoBurst() {
    assertThat(new ReplayPace(600, false).now(Duration.ofHours(5), 0, 0)).isEqualTo(100);
  }

  @Test
  void theQueueOfASlowReceiverIsNotLengthened() {
    ReplayPace pace = new ReplayPace(6000, false);
    assertThat(pace.now(TWO, 1990, 1990)).isEqualTo(10);
    assertThat(pace.now(TWO, 2000, 2000)).isZero();
    assertThat(pace.now(TWO, 2100, 2100)).isZero();
  }

  @Test
  void aGentleOneProbesThenDoubles() {
    ReplayPace pace = new ReplayPace(600, true);
    assertThat(pace.now(TWO, 0, 0)).isEqualTo(1);
    assertThat(pace.now(TWO, 1, 1)).as("the probe is under way").isZero();
    assertThat(pace.now(TWO, 1, 0)).isEqualTo(1);
    assertThat(pace.now(TWO, 8, 0)).isEqualTo(8);
    assertThat(pace.now(TWO, 64, 0)).as("at most the rate").isEqualTo(20);
  }

  @Test
  void estimatesItsTime() {
    assertThat(new ReplayPace(600, false).of(601)).isEqualTo(Duration.ofSeconds(61));
    assertThat(new ReplayPace(600, false).of(0)).isZero();
  }

  @Test
  void otherRatesAreNone() {
    for (int rate : new int[] {0, -1, 6001}) {
      assertThatThrownBy(() -> new ReplayPace(rate, false))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
