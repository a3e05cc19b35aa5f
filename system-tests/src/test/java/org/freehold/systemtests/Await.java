package org.freehold.systemtests;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what happens by itself. */
public final class Await {
  private static final Duration STEP = Duration.ofMillis(100);

  private Await() {}

  /** The first value that is as wished; a failure that tells the last one when the time is over. */
  public static <T> T until(Duration most, Supplier<T> look, Predicate<T> wished) {
    long end = System.nanoTime() + most.toNanos();
    T seen = look.get();
    while (!wished.test(seen) && System.nanoTime() < end) {
      LockSupport.parkNanos(STEP.toNanos());
      seen = look.get();
    }
    if (!wished.test(seen)) {
      throw new AssertionError("Not so after " + most + "; seen last: " + seen);
    }
    return seen;
  }
}
