package org.freehold.engine.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * So many calls a minute and no more, with a second's worth at once after a rest, or one call. Not
 * for several threads.
 */
public final class Pace {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final long interval;
  private final long rest;
  private Instant free;

  public Pace(int perMinute, Instant now) {
    interval = MINUTE / perMinute;
    rest = Math.max(SECOND, interval);
    free = now.minusNanos(rest);
  }

  /** How many calls may begin now. */
  public int room(Instant now) {
    long saved = Math.min(rest, Duration.between(free, now).toNanos());
    return saved < interval ? 0 : (int) (saved / interval);
  }

  /** A call begins. */
  public void begun(Instant now) {
    Instant earliest = now.minusNanos(rest);
    free = (free.isBefore(earliest) ? earliest : free).plusNanos(interval);
  }

  /** When the next call may begin. */
  public Instant next() {
    return free.plusNanos(interval);
  }
}
