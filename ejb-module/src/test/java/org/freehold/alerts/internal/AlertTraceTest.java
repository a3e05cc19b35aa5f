package org.freehold.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.freehold.alerts.AlertRule;
import org.freehold.platform.TenantId;
import org.junit.jupiter.api.Test;

class AlertTraceTest {
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final AlertTrace trace =
      new AlertTrace(new TenantId(new UUID(1, 1)), AlertRule.REFUSALS, "USER:1", "burst", "", NOW);

  private boolean hit(int seconds) {
    return trace.hit(NOW.plusSeconds(seconds), 3, WINDOW);
  }

  @Test
  void soManyWithinTheWindowAreABurstAndSoIsEachAfterThem() {
    assertThat(hit(0)).isFalse();
    assertThat(hit(100)).isFalse();
    assertThat(hit(300)).isTrue();
    assertThat(hit(301)).isTrue();
  }

  @Test
  void asManyOverALongerTimeAreNone() {
    assertThat(hit(0)).isFalse();
    assertThat(hit(200)).isFalse();
    assertThat(hit(301)).isFalse();
    assertThat(hit(500)).as("the last three are within the window").isTrue();
  }

  @Test
  void whatWasCommittedLateCountsWhereItBelongs() {
    assertThat(hit(400)).isFalse();
    assertThat(hit(401)).isFalse();
    assertThat(hit(50)).as("too long before").isFalse();
    assertThat(hit(390)).isTrue();
    assertThat(trace.lastAt()).isEqualTo(NOW.plusSeconds(401));
  }
}
