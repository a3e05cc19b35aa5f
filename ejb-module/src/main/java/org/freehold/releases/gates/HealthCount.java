package org.freehold.releases.gates;

/**
 * Counts answers of an environment until it is clear how it is. So many good ones in a row: it is
 * well. More bad ones than are borne: it is not, even if the last was good. Neither after all
 * attempts: inconclusive, which lets nothing through.
 */
public final class HealthCount {
  /** Where the count stands. */
  public enum State {
    OPEN,
    HEALTHY,
    UNHEALTHY,
    INCONCLUSIVE
  }

  private final int goodInARow;
  private final int mostBad;
  private final int attempts;
  private int good;
  private int bad;
  private int asked;

  /**
   * @param goodInARow that make it healthy, at least one
   * @param mostBad that are borne in all
   * @param attempts in all
   */
  public HealthCount(int goodInARow, int mostBad, int attempts) {
    if (goodInARow < 1 || mostBad < 0 || attempts < goodInARow) {
      throw new IllegalArgumentException(
          "No count of health: " + goodInARow + ", " + mostBad + ", " + attempts);
    }
    this.goodInARow = goodInARow;
    this.mostBad = mostBad;
    this.attempts = attempts;
  }

  /** Counts one answer. */
  public State add(boolean well) {
    if (state() != State.OPEN) {
      throw new IllegalStateException("The count is over: " + state());
    }
    asked++;
    good = well ? good + 1 : 0;
    bad = well ? bad : bad + 1;
    return state();
  }

  public State state() {
    if (bad > mostBad) {
      return State.UNHEALTHY;
    }
    if (good >= goodInARow) {
      return State.HEALTHY;
    }
    return asked >= attempts ? State.INCONCLUSIVE : State.OPEN;
  }

  public int asked() {
    return asked;
  }
}
