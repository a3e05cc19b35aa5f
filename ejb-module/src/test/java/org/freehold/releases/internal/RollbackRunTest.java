package org.freehold.releases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.freehold.environments.MigrationFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollbackRunTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        MigrationFailed.INTERRUPTED,
        MigrationFailed.UNREACHABLE,
        MigrationFailed.OUT_OF_RESOURCES
      })
  void aDatabaseThatIsAwayNeverEndsIt(String code) {
    assertThat(RollbackRun.comesBack(new MigrationFailed(code, "Away"), 1000)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {MigrationFailed.LOCK_NOT_AVAILABLE, MigrationFailed.TIMED_OUT})
  void whatIsInItsWayEndsItInTheEnd(String code) {
    assertThat(RollbackRun.comesBack(new MigrationFailed(code, "Held"), 9)).isTrue();
    assertThat(RollbackRun.comesBack(new MigrationFailed(code, "Held"), 10)).isFalse();
  }

  @Test
  void whatIsWrongEndsItAtOnce() {
    assertThat(
            RollbackRun.comesBack(new MigrationFailed(MigrationFailed.STATEMENT_FAILED, "No"), 1))
        .isFalse();
  }
}
