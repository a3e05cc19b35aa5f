package org.freehold.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

  @Test
  void givesTheServerNothingThatMigrates() {
    Environment environment =
        new Environment(
            Map.of(
                "FREEHOLD_DATABASE_URL", "postgresql://dba:secret@host/db",
                "FREEHOLD_DATABASE_USER", "dba",
                "FREEHOLD_DATABASE_PASSWORD", "secret",
                "PGPASSWORD", "secret",
                "PATH", "/bin",
                "FREEHOLD_TENANCY_TRIAL_DAYS", "14"));
    assertThat(environment.forServer()).containsOnlyKeys("PATH", "FREEHOLD_TENANCY_TRIAL_DAYS");
  }

  @Test
  void takesAnEmptyVariableForAMissingOne() {
    assertThat(new Environment(Map.of("FREEHOLD_BIND", "")).get("FREEHOLD_BIND")).isEmpty();
  }

  @Test
  void showsNamesOnly() {
    assertThat(new Environment(Map.of("FREEHOLD_MASTER_KEY", "secret")).toString())
        .contains("FREEHOLD_MASTER_KEY")
        .doesNotContain("secret");
  }
}
