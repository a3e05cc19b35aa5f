package org.freehold.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

  @Test
  void givesAQuarterOfASecondsWorthAtOnceAndThenOneByOne() {
    Pace pace = new Pace(6000, NOW);
    assertThat(pace.room(NOW)).isEqualTo(25);
    for (int i = 0; i < 25; i++) {
      pace.begun(NOW);
    }
    assertThat(pace.room(NOW)).isZero();
    assertThat(pace.next()).isEqualTo(NOW.plusMillis(10));
    assertThat(pace.room(NOW.plusMillis(9))).isZero();
    assertThat(pace.room(NOW.plusMillis(10))).isEqualTo(1);
    assertThat(pace.room(NOW.plusSeconds(3600))).as("a rest saves no more").isEqualTo(25);
  }

  @Test
  void fewComeOneByOne() {
    Pace pace = new Pace(30, NOW);
    assertThat(pace.room(NOW)).isEqualTo(1);
    pace.begun(NOW);
    assertThat(pace.next()).isEqualTo(NOW.plusSeconds(2));
    assertThat(pace.room(NOW.plusSeconds(2))).isEqualTo(1);
    assertThat(pace.room(NOW.plusSeconds(60))).as("a rest saves no more").isEqualTo(1);
  }

  @Test
  void heedsWhatOthersCalled() {
    Pace pace = new Pace(600, NOW);
    pace.notBefore(NOW.plusMillis(400));
    assertThat(pace.room(NOW)).isZero();
    assertThat(pace.next()).isEqualTo(NOW.plusMillis(400));
    pace.notBefore(NOW.plusMillis(200));
    assertThat(pace.next()).as("an older word").isEqualTo(NOW.plusMillis(400));
    assertThat(pace.room(NOW.plusMillis(400))).isEqualTo(1);
  }

  /** However it is asked, and however long it rested. */
  @Test
  void noSecondSeesMoreThanAQuarterOverTheRate() {
    Random random = new Random(11);
    for (int rate : new int[] {1, 3, 50, 1000}) {
      Pace pace = new Pace(60 * rate, NOW);
      Deque<Instant> begun = new ArrayDeque<>();
      Instant now = NOW;
      for (int i = 0; i < 5_000; i++) {
        now = now.plusNanos(random.nextInt(50_000_000));
        int room = pace.room(now);
        for (int n = 0; n < room && random.nextInt(10) > 0; n++) {
          pace.begun(now);
          begun.add(now);
        }
        Instant from = now.minusSeconds(1);
        while (!begun.isEmpty() && !begun.peek().isAfter(from)) {
          begun.poll();
        }
        assertThat(begun.size()).as("rate " + rate).isLessThanOrEqualTo(rate + rate / 4);
      }
    }
  }
}
