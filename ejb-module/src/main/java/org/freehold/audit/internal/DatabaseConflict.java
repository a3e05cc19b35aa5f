package org.freehold.audit.internal;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.freehold.platform.Conflict;
import org.freehold.platform.persistence.Overtaken;

/**
 * What the database refuses because somebody else was faster, told as a conflict; everything else
 * stays what it is.
 */
final class DatabaseConflict {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String FOREIGN_KEY_VIOLATION = "23503";

  private DatabaseConflict() {}

  static Conflict of(PersistenceException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        if (UNIQUE_VIOLATION.equals(sql.getSQLState())) {
          return new Conflict(
              "already_exists",
              "Something with this name or key exists already.",
              "Choose another, or change the one that is there.");
        }
        if (FOREIGN_KEY_VIOLATION.equals(sql.getSQLState())) {
          return new Conflict(
              "still_referenced",
              "Something that this refers to is gone, or something still refers to this.",
              "Read both again.");
        }
      }
    }
    return Overtaken.conflictIn(failure).orElseThrow(() -> failure);
  }
}
