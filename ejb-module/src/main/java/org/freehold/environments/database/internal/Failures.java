package org.freehold.environments.database.internal;

import java.sql.SQLException;
import org.freehold.environments.MigrationFailed;

/** What an error of PostgreSQL means for a plan. */
final class Failures {
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String DEADLOCK = "40P01";
  private static final String CANCELLED = "57014";

  /** The class of a full disk, too little memory and too many connections. */
  private static final String NO_RESOURCES = "53";

  private Failures() {}

  /** Whether trying again may help: the lock was not given. Never after a time-out of the work. */
  static boolean isForLock(SQLException e) {
    return LOCK_NOT_AVAILABLE.equals(e.getSQLState()) || DEADLOCK.equals(e.getSQLState());
  }

  static boolean isOfConnection(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.startsWith("08") || state.startsWith("57P");
  }

  static MigrationFailed of(SQLException e) {
    return of(e, 0, null);
  }

  static MigrationFailed of(SQLException e, int step, String blocker) {
    return new MigrationFailed(code(e), step, e.getSQLState(), message(e), blocker, e);
  }

  private static String code(SQLException e) {
    if (isForLock(e)) {
      return MigrationFailed.LOCK_NOT_AVAILABLE;
    }
    if (isOfConnection(e)) {
      return MigrationFailed.INTERRUPTED;
    }
    if (String.valueOf(e.getSQLState()).startsWith(NO_RESOURCES)) {
      return MigrationFailed.OUT_OF_RESOURCES;
    }
    return CANCELLED.equals(e.getSQLState())
        ? MigrationFailed.TIMED_OUT
        : MigrationFailed.STATEMENT_FAILED;
  }

  private static String message(SQLException e) {
    String text = String.valueOf(e.getMessage()).strip();
    return text.length() > 2000 ? text.substring(0, 2000) : text;
  }
}
