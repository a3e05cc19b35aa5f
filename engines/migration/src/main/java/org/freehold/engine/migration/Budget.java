package org.freehold.engine.migration;

/**
 * How long a step may take.
 *
 * @param lockMillis {@code lock_timeout}
 * @param statementMillis {@code statement_timeout}; 0 for none
 * @param attempts how often it is tried when the lock is not given
 */
public record Budget(int lockMillis, int statementMillis, int attempts) {
  /** For locks that stop readers or writers: short, and several times. */
  public static final Budget STRONG = new Budget(1_000, 30_000, 8);

  /** For what waits for old transactions or reads a whole table under a weak lock. */
  public static final Budget PATIENT = new Budget(300_000, 14_400_000, 2);

  /** For one batch of a backfill. */
  public static final Budget BATCH = new Budget(1_000, 60_000, 8);
}
