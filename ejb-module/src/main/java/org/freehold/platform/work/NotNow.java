package org.freehold.platform.work;

import java.time.Duration;

/** A handler cannot do its work just now and nothing is wrong: again later, with no word of it. */
public final class NotNow extends Exception {
  private static final long serialVersionUID = 1;

  private final Duration delay;

  public NotNow(Duration delay) {
    super("Not now, again in " + delay);
    this.delay = delay;
  }

  Duration delay() {
    return delay;
  }
}
