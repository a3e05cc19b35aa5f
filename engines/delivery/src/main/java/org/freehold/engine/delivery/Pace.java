package org.freehold.engine.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * So many calls a second and no more, with a second's worth at once after a rest. Not for several
 * threads.
 */
public final class Pace {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final long interval;
  private Instant free;

  public Pace(int perSecond, Instant now) {
    interval = SECOND / perSecond;
    free = now.minusNanos(SECOND);
  }

  /** How many calls may begin now. */
  public int room(Instant now) {
    long saved = Math.min(SECOND, Duration.between(free, now).toNanos());
    return saved < interval ? 0 : (int) (saved / interval);
  }

  /** A call begins. */
  public void begun(Instant now) {
    Instant earliest = now.minusNanos(SECOND);
    free = (free.isBefore(earliest) ? earliest : free).plusNanos(interval);
  }

  /** When the next call may begin. */
  public Instant next() {
    return free.plusNanos(interval);
  }
}
