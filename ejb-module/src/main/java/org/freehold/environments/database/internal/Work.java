package org.freehold.environments.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.freehold.engine.migration.Budget;
import org.freehold.engine.migration.Sql;
import org.freehold.environments.MigrationFailed;

/**
 * The environment's connection while a plan is worked on. Before each step it is pinned anew to its
 * schema and its budget, whatever SQL written by hand has set.
 */
final class Work {
  private final Connection connection;
  private final String schema;
  private final int session;
  private String transaction;

  Work(Connection connection, String schema) throws SQLException {
    this.connection = connection;
    this.schema = schema;
    this.session = (int) Jdbc.number(connection, "select pg_catalog.pg_backend_pid()");
  }

  Connection connection() {
    return connection;
  }

  /** The number of the session at the server. */
  int session() {
    return session;
  }

  /** Does the work in one transaction. */
  void transaction(Body body) throws SQLException, MigrationFailed {
    connection.setAutoCommit(false);
    boolean committed = false;
    try {
      transaction = Jdbc.text(connection, "select pg_catalog.pg_current_xact_id()::text");
      body.run();
      connection.commit();
      committed = true;
    } finally {
      leave(committed);
    }
  }

  private void leave(boolean committed) throws SQLException {
    if (connection.isClosed()) {
      return;
    }
    try {
      if (!committed) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      if (committed || !Failures.isOfConnection(e)) {
        throw e;
      }
      // The connection is lost, and with it the transaction: what ended it is told by the caller.
      connection.close();
    }
  }

  /** What is done in a transaction. */
  interface Body {
    void run() throws SQLException, MigrationFailed;
  }

  /** Pins names and budget for what follows, in a transaction until its end. */
  void pin(Budget budget) throws SQLException {
    pin(budget.lockMillis(), budget.statementMillis());
  }

  void pin(long lockMillis, long statementMillis) throws SQLException {
    Sessions.expect(connection, Math.max(lockMillis, statementMillis));
    String local = connection.getAutoCommit() ? "set " : "set local ";
    Jdbc.run(connection, local + "search_path = " + Sql.quote(schema));
    Jdbc.run(connection, local + "lock_timeout = " + Math.max(1, lockMillis));
    Jdbc.run(connection, local + "statement_timeout = " + statementMillis);
    Jdbc.run(connection, local + "client_connection_check_interval = 2000");
  }

  /** One statement after the other; afterwards it must still be the same transaction and role. */
  void run(List<String> statements, int step) throws SQLException, MigrationFailed {
    for (String statement : statements) {
      Jdbc.run(connection, statement);
    }
    if (statements.isEmpty() || connection.getAutoCommit()) {
      return;
    }
    boolean same =
        Jdbc.isTrue(
            connection,
            "select current_user operator(pg_catalog.=) session_user and"
                + " pg_catalog.pg_current_xact_id()::text operator(pg_catalog.=) ?",
            transaction);
    if (!same) {
      throw new MigrationFailed(
          MigrationFailed.LEFT_THE_SCHEMA,
          step,
          null,
          "The statements of the step ended their transaction or changed who runs them",
          null,
          null);
    }
  }
}
