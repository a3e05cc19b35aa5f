package org.freehold.platform.work;

import java.time.Duration;

/** A handler cannot do its work just now and nothing is wrong: again later, with no word of it. */
public final class NotNow extends Exception {
  private static final long serialVersionUID = 1;

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
