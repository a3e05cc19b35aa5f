package org.freehold.engine.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether a receiver is called at all: after so many failures in a row to reach it, it is left
 * alone for a while, then asked with one call only. What waits meanwhile uses up no attempts. Not
 * for several threads.
 */
public final class Circuit {
  private final int failuresToOpen;
  private final Duration pause;
  private final Duration longestPause;
  private int failures;
  private int opened;
  private Instant openUntil;
  private boolean probing;

  /** {@code pause} doubles each time that the receiver was asked in vain. */
  public Circuit(int failuresToOpen, Duration pause, Duration longestPause) {
    this.failuresToOpen = failuresToOpen;
    this.pause = pause;
    this.longestPause = longestPause;
  }

  /** How many calls may begin, of those that there would be room for. */
  public int room(int most, Instant now) {
    if (openUntil == null) {
      return most;
    }
    return probing || now.isBefore(openUntil) ? 0 : Math.min(1, most);
  }

  /** A call begins; true while it is open: this is the one that asks. */
  public boolean begun() {
    probing = openUntil != null;
    return probing;
  }

  /** The one that asks was not made after all. */
  public void notMade() {
    probing = false;
  }

  /** The receiver answered, whatever it said. */
  public void reached() {
    failures = 0;
    opened = 0;
    openUntil = null;
    probing = false;
  }

  /**
   * The receiver could not be reached; calls of before it was left alone say nothing new.
   *
   * @param asked whether this was the one that asks
   */
  public void failed(Instant now, boolean asked) {
    failures++;
    if (asked) {
      probing = false;
    }
    if (asked || openUntil == null && failures >= failuresToOpen) {
      long factor = 1L << Math.min(opened, 20);
      Duration next = pause.multipliedBy(factor);
      openUntil = now.plus(next.compareTo(longestPause) > 0 ? longestPause : next);
      opened++;
    }
  }

  /** Somebody else found that it cannot be reached, or asked it in vain since. */
  public void openUntil(Instant until) {
    if (openUntil == null || until.isAfter(openUntil)) {
      openUntil = until;
      opened = Math.max(opened, 1);
    }
  }

  /** Null while the receiver is called. */
  public Instant openUntil() {
    return openUntil;
  }

  /** Whether there is nothing to remember of it. */
  public boolean isIdle() {
    return failures == 0 && openUntil == null;
  }
}
