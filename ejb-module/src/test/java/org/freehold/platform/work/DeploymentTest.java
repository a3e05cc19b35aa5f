package org.freehold.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeploymentTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Deployment deployment = new Deployment();

  @BeforeEach
  void begin() {
    itIs(START);
    deployment.begin();
  }

  @Test
  void theFirstRequestTellsThatItIsOver() {
    assertThat(deployment.isOver()).isFalse();
    deployment.served();
    assertThat(deployment.isOver()).isTrue();
  }

  @Test
  void nobodyWaitsForOneForEver() {
    itIs(START.plus(Deployment.LONGEST).minusMillis(1));
    assertThat(deployment.isOver()).isFalse();
    itIs(START.plus(Deployment.LONGEST));
    assertThat(deployment.isOver()).isTrue();
    itIs(START);
    assertThat(deployment.isOver()).as("once and for all").isTrue();
  }

  private void itIs(Instant now) {
    deployment.clock = Clock.fixed(now, ZoneOffset.UTC);
  }
}
