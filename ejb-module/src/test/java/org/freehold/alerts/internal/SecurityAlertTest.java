package org.freehold.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.freehold.alerts.AlertRule;
import org.freehold.alerts.AlertStatus;
import org.freehold.alerts.AlertSubject;
import org.freehold.alerts.Finding;
import org.freehold.audit.AuditEventId;
import org.freehold.platform.Conflict;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.junit.jupiter.api.Test;

class SecurityAlertTest {
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
  private static final Duration QUIET = Duration.ofMinutes(60);
  private static final UserId ANNA = new UserId(new UUID(3, 3));

  private final SecurityAlert alert =
      new SecurityAlert(new TenantId(new UUID(1, 1)), found(0), NOW);

  private static Finding found(int minutes) {
    return new Finding(
        AlertRule.REFUSALS,
        AlertSubject.USER,
        "1",
        "Many.",
        NOW.plusSeconds(60L * minutes),
        new AuditEventId(new UUID(2, minutes)),
        false);
  }

  private boolean again(int minutes) {
    return alert.again(found(minutes), NOW.plusSeconds(60L * minutes), QUIET);
  }

  @Test
  void moreOfTheSameIsCountedAndToldOnceInAQuietPeriod() {
    assertThat(again(1)).isFalse();
    assertThat(again(59)).isFalse();
    assertThat(again(60)).isTrue();
    assertThat(again(61)).isFalse();
    assertThat(alert.details().count()).isEqualTo(5);
    assertThat(alert.details().lastEventId().value()).isEqualTo(new UUID(2, 61));
  }

  @Test
  void afterItIsResolvedItStaysQuietForAWhileAndThenCoversNoMore() {
    alert.acknowledge(ANNA, "I look", NOW);
    alert.resolve(ANNA, null, NOW.plusSeconds(60));
    assertThat(alert.details().status()).isEqualTo(AlertStatus.RESOLVED);
    assertThat(alert.details().comment()).isEqualTo("I look");
    assertThat(alert.covers(found(61), QUIET)).isTrue();
    assertThat(alert.covers(found(62), QUIET)).isFalse();
    assertThat(alert.covers(found(2).told(), QUIET)).as("always told").isFalse();
    assertThat(again(60)).as("nobody is told of what is resolved").isFalse();
  }

  @Test
  void itIsAcknowledgedAndResolvedOnce() {
    alert.acknowledge(ANNA, null, NOW);
    assertThatThrownBy(() -> alert.acknowledge(ANNA, null, NOW)).isInstanceOf(Conflict.class);
    alert.resolve(ANNA, "Done", NOW);
    assertThatThrownBy(() -> alert.resolve(ANNA, null, NOW)).isInstanceOf(Conflict.class);
  }

  @Test
  void whatIsAlwaysToldIsToldAlsoInTheQuietPeriod() {
    assertThat(again(1)).isFalse();
    assertThat(alert.again(found(2).told(), NOW.plusSeconds(120), QUIET)).isTrue();
  }
}
