package org.freehold.environments.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.freehold.engine.migration.Catalog;
import org.freehold.environments.EnvironmentFields;
import org.freehold.environments.TargetFields;
import org.freehold.environments.TargetKind;
import org.freehold.environments.TargetState;
import org.freehold.platform.TenantId;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

  @Test
  void aReleaseMakesOldWhatWasReadBefore() {
    Environment environment =
        new Environment(
            new TenantId(UUID.fromString("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e01")),
            new EnvironmentFields(
                null,
                "staging",
                2,
                null,
                null,
                null,
                new TargetFields(TargetKind.MANAGED, null, null, null, null)),
            false,
            NOW);
    assertThat(environment.wasDeployedSince(NOW)).isFalse();
    environment.deployed(new TargetState(Catalog.EMPTY, "sha256:" + "a".repeat(64)), NOW);
    assertThat(environment.wasDeployedSince(NOW.minusMillis(1))).isTrue();
    assertThat(environment.wasDeployedSince(NOW.plusMillis(1))).isFalse();
  }
}
