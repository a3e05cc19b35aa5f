package org.freehold.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes PostgreSQL go along the indexes of queues until the transaction ends. A queue is empty
 * nearly always, and so whenever its statistics are taken; by these, reading and sorting all of it
 * costs nothing, and with a million rows a moment later that is done for each line of it. Compiling
 * is switched off with that: what is forbidden counts as dear, and what is dear would be compiled.
 */
public final class QueuePlans {
  private static final String BY_KEY =
      "select set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)";

  private static final String IN_ORDER =
      BY_KEY
          + ", set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true),"
          + " set_config('enable_incremental_sort', 'off', true)";

  private static final String QUICKLY =
      IN_ORDER + ", set_config('synchronous_commit', 'off', true)";

  private QueuePlans() {}

  /** For rows that are named by their keys. */
  public static void byKey(Connection connection) throws SQLException {
    set(connection, BY_KEY);
  }

  /** For rows that are looked for, in the order of an index. */
  public static void inOrder(Connection connection) throws SQLException {
    set(connection, IN_ORDER);
  }

  /** The same for changes that may be lost with a crash of the database. */
  public static void quicklyInOrder(Connection connection) throws SQLException {
    set(connection, QUICKLY);
  }

  private static void set(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
