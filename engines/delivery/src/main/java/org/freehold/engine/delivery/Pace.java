package org.freehold.engine.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * So many calls a minute and no more, with the worth of a quarter of a second at once after a rest,
 * or one call: so no second sees more than a quarter over its rate, and looks that come late lose
 * nothing. Not for several threads.
 */
public final class Pace {
  private static final Duration SAVED = Duration.ofMillis(250);

  private final long interval;
  private final long rest;
  private Instant free;

  public Pace(int perMinute, Instant now) {
    Duration between = interval(perMinute);
    interval = between.toNanos();
    rest = rest(between).toNanos();
    free = now.minusNanos(rest);
  }

  /** Between two calls, when they come one by one. */
  public static Duration interval(int perMinute) {
    return Duration.ofMinutes(1).dividedBy(perMinute);
  }

  /** How long a rest counts: what could have begun in that time may begin at once. */
  public static Duration rest(Duration interval) {
    return interval.compareTo(SAVED) > 0 ? interval : SAVED;
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

  /** Others have called too: no call before then. */
  public void notBefore(Instant next) {
    Instant theirs = next.minusNanos(interval);
    free = theirs.isAfter(free) ? theirs : free;
  }

  /** When the next call may begin. */
  public Instant next() {
    return free.plusNanos(interval);
  }
}
