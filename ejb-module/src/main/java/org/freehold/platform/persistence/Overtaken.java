package org.freehold.platform.persistence;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.freehold.platform.Conflict;

/** What failed only because somebody else was at the same rows: done again, it may well succeed. */
public final class Overtaken {
  /** PostgreSQL: serialization_failure, deadlock_detected, lock_not_available. */
  private static final Set<String> STATES = Set.of("40001", "40P01", "55P03");

  private Overtaken() {}

  /** Whether it was that, or what it was wrapped around. */
  public static boolean is(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockException
          || cause instanceof SQLException sql && STATES.contains(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /** Told to whoever asked for it. */
  public static Optional<Conflict> conflictIn(Throwable failure) {
    return is(failure)
        ? Optional.of(
            new Conflict(
                "concurrent_change",
                "Somebody else changed this at the same moment.",
                "Read it again, then send your change again."))
        : Optional.empty();
  }
}
