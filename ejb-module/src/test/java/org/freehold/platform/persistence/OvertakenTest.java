package org.freehold.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OvertakenTest {
  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01", "55P03"})
  void isFoundInWhatItWasWrappedAround(String state) {
    Exception failure = new PersistenceException(new SQLException("ended", state));
    assertThat(Overtaken.conflictIn(new IllegalStateException(failure)))
        .hasValueSatisfying(conflict -> assertThat(conflict.code()).isEqualTo("concurrent_change"));
  }

  @Test
  void isAVersionThatIsNoLongerTheLast() {
    assertThat(Overtaken.is(new IllegalStateException(new OptimisticLockException()))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "57014", "08006"})
  void isNothingElse(String state) {
    assertThat(Overtaken.conflictIn(new PersistenceException(new SQLException("ended", state))))
        .isEmpty();
  }
}
