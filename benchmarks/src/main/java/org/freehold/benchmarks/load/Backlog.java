package org.freehold.benchmarks.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.freehold.launcher.database.DatabaseLogin;

/** What requests left for the server to do after their answers; the next kind must not pay it. */
final class Backlog {
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final String DUE =
      "select (select count(*) from control.work_item where due_at <= now())"
          + " + (select count(*) from control.delivery_due where due_at <= now())";

  private final DatabaseLogin administrator;

  Backlog(DatabaseLogin administrator) {
    this.administrator = administrator;
  }

  void awaitEnd() {
    long start = System.nanoTime();
    try (Connection connection = administrator.connect();
        Statement statement = connection.createStatement()) {
      while (due(statement) > 0) {
        if (System.nanoTime() - start > PATIENCE_NANOS) {
          throw new IllegalStateException("The server does not come to an end with its work");
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The work that is due could not be counted", e);
    }
  }

  private static long due(Statement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery(DUE)) {
      result.next();
      return result.getLong(1);
    }
  }
}
