package org.freehold.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
  private static final String PRODUCT = "60,120,240,480,1800,7200,18000,36000,50400,72000,86400";
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

  private final Random random = new Random(5);
  private final RetrySchedule product = RetrySchedule.parse(PRODUCT);

  @Test
  void pausesAsItSaysAndATenthMoreAtTheMost() {
    for (int attempt = 1; attempt <= 11; attempt++) {
      Duration pause = product.pauses().get(attempt - 1);
      for (int i = 0; i < 1000; i++) {
        Instant next = product.next(attempt, NOW, null, random).orElseThrow();
        assertThat(next)
            .isBetween(NOW.plus(pause), NOW.plus(pause).plusMillis(pause.toMillis() / 10));
      }
    }
    assertThat(product.next(12, NOW, null, random)).isEmpty();
  }

  @Test
  void whatFailedTogetherDoesNotComeBackTogether() {
    long moments =
        java.util.stream.IntStream.range(0, 1000)
            .mapToObj(i -> product.next(3, NOW, null, random).orElseThrow())
            .distinct()
            .count();
    assertThat(moments).isGreaterThan(900);
  }

  /** Whatever the receiver asks for: never before the schedule, never after both it and a day. */
  @Test
  void keepsToWhatTheReceiverAsksForWithinBounds() {
    for (int i = 0; i < 5000; i++) {
      int attempt = 1 + random.nextInt(11);
      Duration asked = Duration.ofSeconds(random.nextInt(400_000) - 1000);
      Duration pause = product.pauses().get(attempt - 1);
      Instant next = product.next(attempt, NOW, asked, random).orElseThrow();
      assertThat(next).isAfterOrEqualTo(NOW.plus(pause));
      Duration latest = pause.compareTo(Duration.ofDays(1)) > 0 ? pause : Duration.ofDays(1);
      assertThat(next).isBeforeOrEqualTo(NOW.plus(latest).plusMillis(pause.toMillis() / 10));
      if (asked.compareTo(Duration.ofDays(1)) <= 0) {
        assertThat(next).isAfterOrEqualTo(NOW.plus(asked));
      }
    }
  }

  @Test
  void isShortenedOrGoesOnWithItsLastPause() {
    assertThat(product.withRetries(2).pauses())
        .containsExactly(Duration.ofSeconds(60), Duration.ofSeconds(120));
    assertThat(RetrySchedule.ofSeconds(List.of(1, 5)).withRetries(4).pauses())
        .containsExactly(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5));
    assertThat(product.withRetries(0).next(1, NOW, null, random)).isEmpty();
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    for (String text : new String[] {"-1", "60,x", "700000", "1,".repeat(51)}) {
      assertThatThrownBy(() -> RetrySchedule.parse(text))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
