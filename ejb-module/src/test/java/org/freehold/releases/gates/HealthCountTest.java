package org.freehold.releases.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freehold.releases.gates.HealthCount.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthCountTest {
  /** Three good ones in a row, two bad ones borne, seven attempts; + is good, - is bad. */
  @ParameterizedTest
  @CsvSource({
    "+++, HEALTHY",
    "-+++, HEALTHY",
    "+-+-+++, HEALTHY",
    "++, OPEN",
    "--, OPEN",
    "---, UNHEALTHY",
    "+-+--, UNHEALTHY",
    "++-++-+, INCONCLUSIVE",
    "++-++--, UNHEALTHY"
  })
  void tellsHowTheEnvironmentIs(String answers, State expected) {
    HealthCount count = new HealthCount(3, 2, 7);
    State state = State.OPEN;
    for (char answer : answers.toCharArray()) {
      assertThat(state).isEqualTo(State.OPEN);
      state = count.add(answer == '+');
    }
    assertThat(state).isEqualTo(expected);
    assertThat(count.asked()).isEqualTo(answers.length());
  }

  @Test
  void countsNothingAfterItIsClear() {
    HealthCount count = new HealthCount(1, 0, 1);
    count.add(true);
    assertThatThrownBy(() -> count.add(true)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesCountsThatCouldNeverEndWell() {
    assertThatThrownBy(() -> new HealthCount(3, 0, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new HealthCount(0, 0, 2)).isInstanceOf(IllegalArgumentException.class);
  }
}
