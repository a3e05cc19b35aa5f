package org.freehold.engine.migration.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.freehold.engine.migration.Action;
import org.freehold.engine.migration.BackfillTask;
import org.freehold.engine.migration.Part;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.Sql;
import org.freehold.engine.migration.Step;

/** Runs a plan as the contract of its steps says, and as simply as that can be done. */
public final class PlanRunner {
  private static final int BATCH = 3;

  private final Scratch scratch;

  public PlanRunner(Scratch scratch) {
    this.scratch = scratch;
  }

  public void up(Plan plan) throws SQLException {
    inTransaction(
        () -> {
          for (Step step : part(plan, Part.TRANSACTION)) {
            scratch.run(step.up());
          }
        });
    for (Step step : part(plan, Part.APART)) {
      up(step);
    }
  }

  public void down(Plan plan) throws SQLException {
    down(plan, part(plan, Part.APART).size());
  }

  /** Undoes so many of the steps apart, and then those of the transaction. */
  private void down(Plan plan, int done) throws SQLException {
    List<Step> apart = part(plan, Part.APART);
    for (int i = done - 1; i >= 0; i--) {
      apart(apart.get(i), apart.get(i).down());
    }
    List<Step> together = part(plan, Part.TRANSACTION);
    inTransaction(
        () -> {
          for (int i = together.size() - 1; i >= 0; i--) {
            scratch.run(together.get(i).down());
          }
        });
  }

  /** As {@link #up}; when a step fails, what was done is undone, and the failure is given back. */
  public SQLException upOrBack(Plan plan) throws SQLException {
    try {
      inTransaction(
          () -> {
            for (Step step : part(plan, Part.TRANSACTION)) {
              scratch.run(step.up());
            }
          });
    } catch (SQLException e) {
      return e;
    }
    List<Step> apart = part(plan, Part.APART);
    for (int i = 0; i < apart.size(); i++) {
      try {
        up(apart.get(i));
      } catch (SQLException e) {
        clean(apart.get(i));
        down(plan, i);
        return e;
      }
    }
    return null;
  }

  /** A build that failed leaves an invalid index; batches that were written stay written. */
  private void clean(Step step) throws SQLException {
    boolean built = step.action() == Action.INDEX_CONCURRENTLY;
    if (built) {
      scratch.run("DROP INDEX CONCURRENTLY IF EXISTS " + Sql.quote(step.index()));
    } else if (step.action() == Action.BACKFILL) {
      apart(step, step.down());
    }
  }

  public void up(Step step) throws SQLException {
    if (step.action() == Action.BACKFILL) {
      backfill(step.backfill());
    } else {
      apart(step, step.up());
    }
  }

  private void backfill(BackfillTask task) throws SQLException {
    String table = Sql.quote(task.table());
    String batch =
        "UPDATE %s SET %s WHERE ctid IN (SELECT ctid FROM %s WHERE %s LIMIT %d)"
            .formatted(table, task.setSql(), table, task.whereSql(), BATCH);
    try (Statement statement = scratch.connection().createStatement()) {
      int rounds = 0;
      while (statement.executeUpdate(batch) > 0) {
        if (++rounds > 10_000) {
          throw new IllegalStateException("It does not end: " + batch);
        }
      }
    }
  }

  private void apart(Step step, List<String> statements) throws SQLException {
    if (step.action() == Action.INDEX_CONCURRENTLY) {
      scratch.run(statements);
    } else {
      inTransaction(() -> scratch.run(statements));
    }
  }

  private static List<Step> part(Plan plan, Part part) {
    return plan.steps().stream().filter(step -> step.part() == part).toList();
  }

  /** What runs in a transaction. */
  private interface Work {
    void run() throws SQLException;
  }

  private void inTransaction(Work work) throws SQLException {
    Connection connection = scratch.connection();
    connection.setAutoCommit(false);
    try {
      work.run();
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }
}
