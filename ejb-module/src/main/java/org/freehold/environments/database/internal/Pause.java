package org.freehold.environments.database.internal;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.freehold.environments.MigrationFailed;

/** Waiting between two tries, or between two batches. */
final class Pause {
  private static final long FIRST = 200;
  private static final long LONGEST = 5_000;

  private Pause() {}

  /** Doubles with each try, and differs from node to node. */
  static void beforeTry(int attempt) throws MigrationFailed {
    long most = Math.min(LONGEST, FIRST << Math.min(attempt, 10));
    ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
  }

  static void ofMillis(long millis) throws MigrationFailed {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MigrationFailed(
          MigrationFailed.INTERRUPTED, 0, null, "The server is being stopped", null, e);
    }
  }
}
