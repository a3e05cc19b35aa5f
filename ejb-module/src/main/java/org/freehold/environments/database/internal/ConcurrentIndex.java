package org.freehold.environments.database.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.freehold.engine.migration.Budget;
import org.freehold.engine.migration.Sql;
import org.freehold.engine.migration.Step;
import org.freehold.environments.MigrationFailed;

/** One index that is built or dropped outside a transaction. */
final class ConcurrentIndex {
  private final Work work;
  private final String schema;
  private final Step step;

  ConcurrentIndex(Work work, String schema, Step step) {
    this.work = work;
    this.schema = schema;
    this.step = step;
  }

  /** {@code again}: it may be done already. */
  void run(String statement, boolean again) throws SQLException, MigrationFailed {
    boolean builds = statement.strip().toUpperCase(Locale.ROOT).startsWith("CREATE");
    Boolean valid = valid();
    if (builds && Boolean.FALSE.equals(valid)) {
      dropCarcass();
      valid = null;
    }
    boolean done = builds ? valid != null : valid == null;
    if (again && done) {
      return;
    }
    try {
      work.pin(step.budget());
      work.run(List.of(statement), step.number());
    } catch (SQLException e) {
      if (builds && !Failures.isOfConnection(e) && Boolean.FALSE.equals(valid())) {
        dropCarcass();
      }
      throw e;
    }
    requireDone(builds);
  }

  private void requireDone(boolean builds) throws SQLException, MigrationFailed {
    Boolean valid = valid();
    if (builds ? !Boolean.TRUE.equals(valid) : valid != null) {
      throw new MigrationFailed(
          MigrationFailed.STATEMENT_FAILED,
          step.number(),
          null,
          "The index " + step.index() + (builds ? " is not valid" : " is still there"),
          null,
          null);
    }
  }

  private void dropCarcass() throws SQLException {
    work.pin(Budget.PATIENT);
    Jdbc.run(work.connection(), "drop index concurrently if exists " + Sql.quote(step.index()));
  }

  /** Null when there is no such index. */
  private Boolean valid() throws SQLException {
    String valid =
        Jdbc.text(
            work.connection(),
            "select x.indisvalid from pg_catalog.pg_index x"
                + " join pg_catalog.pg_class c on c.oid = x.indexrelid"
                + " join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
                + " where n.nspname = ? and c.relname = ?",
            schema,
            step.index());
    return valid == null ? null : valid.equals("t");
  }
}
