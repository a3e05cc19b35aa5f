package org.freehold.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The bytes here are not sealed: who opens them is not asked. */
class SealedSecretsTest {
  private static final byte[] OLD = {1};
  private static final byte[] NEW = {2};
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  private final SealedSecrets secrets = new SealedSecrets(OLD);

  @Test
  void theOldOneSignsUntilItsTimeIsOver() {
    assertThat(secrets.rotation()).isNull();
    secrets.rotate(NEW, NOW, LATER);
    assertThat(secrets.current()).isEqualTo(NEW);
    assertThat(secrets.previous(LATER.minusMillis(1))).isEqualTo(OLD);
    assertThat(secrets.previous(LATER)).isNull();
    assertThat(secrets.rotation().previousExpiresAt()).isEqualTo(LATER);
    assertThat(secrets.expire(LATER.minusMillis(1))).isFalse();
    assertThat(secrets.expire(LATER)).isTrue();
    assertThat(secrets.expire(LATER)).as("once").isFalse();
    assertThat(secrets.previous(NOW)).as("destroyed").isNull();
    assertThat(secrets.rotation()).isNull();
  }

  @Test
  void withoutAnOverlapTheOldOneIsGoneAtOnce() {
    secrets.rotate(NEW, NOW, NOW);
    assertThat(secrets.previous(NOW.minusSeconds(1))).isNull();
    assertThat(secrets.accept(NOW, NOW)).isFalse();
    assertThat(secrets.rotation()).isNull();
  }

  @Test
  void anAcceptedTestEndsTheChange() {
    secrets.rotate(NEW, NOW, LATER);
    assertThat(secrets.accept(NOW.minusMillis(1), NOW)).as("of the time before").isFalse();
    assertThat(secrets.previous(NOW)).isEqualTo(OLD);
    assertThat(secrets.accept(NOW.plusSeconds(1), NOW.plusSeconds(2))).isTrue();
    assertThat(secrets.previous(NOW)).isNull();
    assertThat(secrets.rotation().acceptedAt()).isEqualTo(NOW.plusSeconds(2));
    assertThat(secrets.rotation().previousExpiresAt()).isNull();
    assertThat(secrets.accept(NOW.plusSeconds(3), NOW.plusSeconds(4))).as("once").isFalse();
  }

  @Test
  void aSecondChangeTakesThePlaceOfTheFirst() {
    secrets.rotate(NEW, NOW, LATER);
    byte[] third = {3};
    secrets.rotate(third, NOW.plusSeconds(1), LATER);
    assertThat(secrets.current()).isEqualTo(third);
    assertThat(secrets.previous(NOW)).isEqualTo(NEW);
  }
}
