package org.freehold.platform.work;

import java.time.Duration;

/** A handler cannot do its work just now and nothing is wrong: again later, with no word of it. */
public final class NotNow extends Exception {
  private static final long serialVersionUID = 1;

  private static final Duration LONGEST = Duration.ofHours(1);

  private final Duration delay;
  private final boolean counted;

  /** It counts as an attempt, so that pauses can grow with their number. */
  public NotNow(Duration delay) {
    this(delay, true);
  }

  private NotNow(Duration delay, boolean counted) {
    super("Not now, again in " + delay);
    this.delay = delay;
    this.counted = counted;
  }

  /** After the first attempt the first pause; it doubles with each, up to an hour. */
  public static NotNow later(Duration first, int attempts) {
    return new NotNow(pause(first, attempts));
  }

  /** How long that is, for what waits in another way. */
  public static Duration pause(Duration first, int attempts) {
    Duration doubled = first.multipliedBy(1L << Math.min(attempts - 1, 12));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }

  /** Nothing was attempted: waiting does not use up attempts. */
  public static NotNow unattempted(Duration delay) {
    return new NotNow(delay, false);
  }

  Duration delay() {
    return delay;
  }

  boolean isCounted() {
    return counted;
  }
}
