package org.freehold.environments.database.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.freehold.environments.MigrationFailed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {
  @ParameterizedTest
  @CsvSource({
    "53100," + MigrationFailed.OUT_OF_RESOURCES,
    "53300," + MigrationFailed.OUT_OF_RESOURCES,
    "55P03," + MigrationFailed.LOCK_NOT_AVAILABLE,
    "57P01," + MigrationFailed.INTERRUPTED,
    "57014," + MigrationFailed.TIMED_OUT,
    "23505," + MigrationFailed.STATEMENT_FAILED
  })
  void theStateSaysWhatItMeans(String state, String code) {
    assertThat(Failures.of(new SQLException("No", state)).code()).isEqualTo(code);
  }
}
