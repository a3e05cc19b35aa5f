package org.freehold.engine.migration.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.freehold.engine.migration.BundleRefused;
import org.freehold.engine.migration.Change;
import org.freehold.engine.migration.Changes;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.Severity;
import org.freehold.engine.migration.Step;
import org.freehold.engine.migration.postgres.Scratch;

/** What PostgreSQL does, made visible. */
final class Hazards {
  private Hazards() {}

  /** The locks on a table that the statements hold until their transaction ends. */
  static List<String> locks(Scratch scratch, String table, String... statements)
      throws SQLException {
    scratch.connection().setAutoCommit(false);
    try {
      scratch.run(statements);
      return scratch.rows(
          "SELECT DISTINCT mode FROM pg_locks WHERE pid = pg_backend_pid() AND relation = '"
              + table
              + "'::regclass");
    } finally {
      scratch.connection().rollback();
      scratch.connection().setAutoCommit(true);
    }
  }

  /** Whether the statements write every row of the table again. */
  static boolean rewrites(Scratch scratch, String table, List<String> statements)
      throws SQLException {
    String before = scratch.file(table);
    scratch.connection().setAutoCommit(false);
    try {
      scratch.run(statements);
      return !scratch.file(table).equals(before);
    } finally {
      scratch.connection().rollback();
      scratch.connection().setAutoCommit(true);
    }
  }

  static boolean rewrites(Scratch scratch, String table, String statement) throws SQLException {
    return rewrites(scratch, table, List.of(statement));
  }

  /** The SQLSTATE with which the statement fails. */
  static String failure(Scratch scratch, String sql) {
    return catchThrowableOfType(SQLException.class, () -> scratch.run(sql)).getSQLState();
  }

  /** The SQLSTATE with which the statement fails in another session that waits briefly; or null. */
  static String elsewhere(Scratch scratch, String sql) throws SQLException {
    try (Connection other = scratch.second();
        Statement statement = other.createStatement()) {
      statement.execute("SET lock_timeout = '300ms'");
      statement.execute(sql);
      return null;
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  static void finds(Plan plan, int rule, Severity severity) {
    assertThat(plan.findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.rule()).isEqualTo(rule);
              assertThat(finding.severity()).isEqualTo(severity);
              assertThat(finding.message()).isNotBlank();
            });
  }

  static void refuses(Scratch scratch, String code, Change... changes) {
    assertThat(
            catchThrowableOfType(BundleRefused.class, () -> scratch.plan(changes))
                .faults()
                .get(0)
                .code())
        .isEqualTo(code);
  }

  static void refusesSql(Scratch scratch, String sql) {
    refuses(scratch, "statement_not_allowed", Changes.raw(sql, "SELECT 1"));
  }

  static Step step(Plan plan, String statement) {
    return plan.steps().stream()
        .filter(step -> step.up().stream().anyMatch(sql -> sql.contains(statement)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No step has " + statement + ": " + plan.steps()));
  }
}
