package org.freehold.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CircuitTest {
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

  private final Circuit circuit = new Circuit(5, PAUSE, LONGEST);

  @Test
  void opensAfterSoManyFailuresInARow() {
    fail(4);
    assertThat(circuit.room(8, NOW)).isEqualTo(8);
    circuit.reached();
    fail(4);
    assertThat(circuit.room(8, NOW)).as("one was reached in between").isEqualTo(8);
    fail(1);
    assertThat(circuit.room(8, NOW)).isZero();
    assertThat(circuit.openUntil()).isEqualTo(NOW.plus(PAUSE));
  }

  @Test
  void asksWithOneCallOnlyAndClosesWhenItIsAnswered() {
    fail(5);
    Instant later = NOW.plus(PAUSE);
    assertThat(circuit.room(8, later)).isEqualTo(1);
    circuit.begun();
    assertThat(circuit.room(8, later)).as("one asks already").isZero();
    circuit.reached();
    assertThat(circuit.room(8, later)).isEqualTo(8);
    assertThat(circuit.isIdle()).isTrue();
  }

  @Test
  void waitsTwiceAsLongAfterEachQuestionInVainButNotForEver() {
    fail(5);
    Instant now = circuit.openUntil();
    Duration last = PAUSE;
    for (int i = 0; i < 20; i++) {
      circuit.begun();
      circuit.failed(now, true);
      Duration pause = Duration.between(now, circuit.openUntil());
      assertThat(pause).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(LONGEST);
      last = pause;
      now = circuit.openUntil();
    }
    assertThat(last).isEqualTo(LONGEST);
  }

  @Test
  void callsThatWereUnderWayWhenItOpenedDoNotLengthenThePause() {
    fail(5);
    Instant until = circuit.openUntil();
    circuit.failed(NOW.plusSeconds(5), false);
    assertThat(circuit.openUntil()).isEqualTo(until);
  }

  @Test
  void aLateFailureIsNotTakenForTheAnswer() {
    fail(5);
    Instant later = NOW.plus(PAUSE);
    circuit.begun();
    circuit.failed(later, false);
    assertThat(circuit.openUntil()).isEqualTo(later);
    assertThat(circuit.room(8, later)).as("the question is still under way").isZero();
  }

  @Test
  void aQuestionThatWasNotAskedIsAskedByTheNext() {
    fail(5);
    circuit.begun();
    circuit.notMade();
    assertThat(circuit.room(8, NOW.plus(PAUSE))).isEqualTo(1);
  }

  @Test
  void heedsWhatOthersFound() {
    circuit.openUntil(NOW.plus(PAUSE));
    assertThat(circuit.room(8, NOW)).isZero();
    circuit.openUntil(NOW.plusSeconds(1));
    assertThat(circuit.openUntil()).as("an older word").isEqualTo(NOW.plus(PAUSE));
    Instant asked = NOW.plus(PAUSE);
    circuit.openUntil(asked.plus(PAUSE.multipliedBy(2)));
    assertThat(circuit.room(8, asked)).as("another node asked it in vain").isZero();
    Instant then = circuit.openUntil();
    circuit.begun();
    circuit.failed(then, true);
    assertThat(circuit.openUntil()).isEqualTo(then.plus(PAUSE.multipliedBy(2)));
  }

  /** Whatever happens: while it is open, no second call begins before the first is over. */
  @Test
  void neverLetsTwoCallsAskAtOnce() {
    Random random = new Random(7);
    Instant now = NOW;
    int asking = 0;
    for (int i = 0; i < 20_000; i++) {
      now = now.plusMillis(random.nextInt(20_000));
      boolean open = circuit.openUntil() != null;
      if (circuit.room(8, now) > 0) {
        circuit.begun();
        asking = open ? asking + 1 : 0;
        assertThat(asking).isLessThanOrEqualTo(1);
      }
      if (random.nextInt(3) > 0) {
        if (random.nextInt(6) == 0) {
          circuit.reached();
        } else {
          circuit.failed(now, asking > 0);
        }
        asking = 0;
      }
    }
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      circuit.failed(NOW, false);
    }
  }
}
