package org.freehold.environments.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.freehold.engine.migration.Action;
import org.freehold.engine.migration.Budget;
import org.freehold.engine.migration.LockLevel;
import org.freehold.engine.migration.Sql;
import org.freehold.engine.migration.Step;
import org.freehold.environments.MigrationFailed;
import org.freehold.environments.Progress;

/** Runs steps of a plan within their budgets, and notes in the same transaction what is done. */
final class StepRunner {
  private final Site site;
  private final UUID deployment;
  private final Work work;
  private final Journal journal;
  private final Blockers blockers;
  private final Backfills backfills;
  private final Progress progress;

  StepRunner(
      Site site,
      UUID deployment,
      Work work,
      Journal journal,
      Blockers blockers,
      Backfills backfills,
      Progress progress) {
    this.site = site;
    this.deployment = deployment;
    this.work = work;
    this.journal = journal;
    this.blockers = blockers;
    this.backfills = backfills;
    this.progress = progress;
  }

  Connection connection() {
    return work.connection();
  }

  void inTransaction(Work.Body body) throws SQLException, MigrationFailed {
    work.transaction(body);
  }

  /**
   * All in one transaction. The strong locks are taken first, within one budget for all of them, so
   * that nobody waits behind the first one while the last one is waited for. What was done is told
   * after the commit: telling it takes time, and nobody is to wait for that behind the locks.
   */
  void together(List<Step> steps, boolean up) throws SQLException, MigrationFailed {
    List<String> tables =
        steps.stream().map(Step::table).filter(Objects::nonNull).distinct().sorted().toList();
    int attempts = steps.stream().mapToInt(step -> step.budget().attempts()).max().orElse(1);
    Step first = steps.get(0);
    List<Long> took = new ArrayList<>();
    retrying(
        new Retry(first, attempts, tables),
        running -> {
          took.clear();
          work.transaction(
              () -> {
                lock(steps, tables);
                for (Step step : steps) {
                  running.at(step);
                  took.add(run(step, up));
                }
              });
        });
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      progress.step(step.number(), "running", step.title(), 0);
      progress.step(step.number(), up ? "done" : "undone", null, took.get(i));
    }
  }

  /** Answers how many milliseconds it took. */
  private long run(Step step, boolean up) throws SQLException, MigrationFailed {
    long begun = System.nanoTime();
    work.pin(step.budget());
    work.run(up ? step.up() : step.down(), step.number());
    work.pin(Budget.STRONG);
    journal.note(connection(), step.number(), up ? Journal.DONE : Journal.UNDONE);
    return millisSince(begun);
  }

  private void lock(List<Step> steps, List<String> tables) throws SQLException {
    int budget = steps.stream().mapToInt(step -> step.budget().lockMillis()).min().orElse(1000);
    long deadline = System.nanoTime() + budget * 1_000_000L;
    for (String table : tables) {
      LockLevel strongest =
          steps.stream()
              .filter(step -> table.equals(step.table()))
              .map(Step::lock)
              .max(Enum::compareTo)
              .orElse(LockLevel.NONE);
      if (strongest.stopsWriters() && exists(table)) {
        work.pin((deadline - System.nanoTime()) / 1_000_000, 0);
        Jdbc.run(
            connection(),
            "lock table only %s in %s mode"
                .formatted(
                    Sql.quote(table), strongest.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
      }
    }
  }

  private boolean exists(String table) throws SQLException {
    return Jdbc.isTrue(
        connection(),
        "select exists (select from pg_catalog.pg_class c"
            + " join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
            + " where n.nspname = ? and c.relname = ? and c.relkind = 'r')",
        site.schema(),
        table);
  }

  /** {@code state} is what the journal says of it, or null. */
  void apart(Step step, String state) throws SQLException, MigrationFailed {
    long begun = System.nanoTime();
    if (step.action() == Action.BACKFILL) {
      backfill(step);
    } else if (PlanRunner.isConcurrent(step)) {
      concurrently(step, step.up(), Journal.DONE, Journal.RUNNING.equals(state));
    } else {
      together(List.of(step), true);
      return;
    }
    progress.step(step.number(), "done", null, millisSince(begun));
  }

  /** The way back of a step that is done, or that was begun. */
  void apartBack(Step step) throws SQLException, MigrationFailed {
    long begun = System.nanoTime();
    if (PlanRunner.isConcurrent(step)) {
      concurrently(step, step.down(), Journal.UNDONE, true);
      progress.step(step.number(), "undone", null, millisSince(begun));
    } else {
      together(List.of(step), false);
    }
  }

  private void backfill(Step step) throws SQLException, MigrationFailed {
    progress.step(step.number(), "running", step.title(), 0);
    work.transaction(() -> journal.note(connection(), step.number(), Journal.RUNNING));
    Backfiller filler = new Backfiller(work, step, progress);
    backfills.run(site, deployment, step, filler.estimate(), progress);
    retrying(new Retry(step, step.budget().attempts(), List.of()), running -> filler.run());
    work.transaction(() -> journal.note(connection(), step.number(), Journal.DONE));
  }

  /**
   * Builds or drops an index without stopping anybody. An interrupted build leaves an invalid index
   * behind, which would hide behind IF NOT EXISTS: it is dropped before the next try, and what was
   * built must be valid in the end.
   */
  private void concurrently(Step step, List<String> statements, String end, boolean again)
      throws SQLException, MigrationFailed {
    progress.step(step.number(), "running", step.title(), 0);
    if (!again) {
      work.transaction(() -> journal.note(connection(), step.number(), Journal.RUNNING));
    }
    ConcurrentIndex index = new ConcurrentIndex(work, site.schema(), step);
    for (String statement : statements) {
      retrying(
          new Retry(step, step.budget().attempts(), List.of()),
          running -> index.run(statement, again));
    }
    work.transaction(() -> journal.note(connection(), step.number(), end));
  }

  /** What is tried, how often, and the tables that nobody may hold for long. */
  private record Retry(Step first, int attempts, List<String> tables) {}

  /** Which step is at work, for whoever tells of a failure. */
  private static final class Running {
    private Step step;

    private Running(Step step) {
      this.step = step;
    }

    void at(Step next) {
      step = next;
    }
  }

  private interface Attempt {
    void run(Running running) throws SQLException, MigrationFailed;
  }

  private void retrying(Retry retry, Attempt attempt) throws SQLException, MigrationFailed {
    Running running = new Running(retry.first());
    for (int tried = 1; ; tried++) {
      String blocker = blockers.holdingForLong(retry.tables(), work.session());
      SQLException refused = null;
      if (blocker == null) {
        try {
          attempt.run(running);
          return;
        } catch (SQLException e) {
          if (!Failures.isForLock(e)) {
            throw failed(e, running.step, null);
          }
          refused = e;
          blocker = blocker(retry, running.step);
        }
      }
      if (tried >= retry.attempts()) {
        throw gaveUp(refused, running.step, blocker);
      }
      progress.step(running.step.number(), "retrying", waits(blocker), 0);
      Pause.beforeTry(tried);
    }
  }

  private String blocker(Retry retry, Step step) throws SQLException {
    String holder = blockers.holding(retry.tables(), work.session());
    return holder == null && PlanRunner.isConcurrent(step) ? blockers.oldest() : holder;
  }

  private static String waits(String blocker) {
    return blocker == null ? "A lock was not given" : "A lock was not given: " + blocker;
  }

  private MigrationFailed gaveUp(SQLException refused, Step step, String blocker) {
    progress.step(step.number(), "failed", waits(blocker), 0);
    return refused == null
        ? new MigrationFailed(
            MigrationFailed.LOCK_NOT_AVAILABLE, step.number(), null, waits(blocker), blocker, null)
        : Failures.of(refused, step.number(), blocker);
  }

  private MigrationFailed failed(SQLException e, Step step, String blocker) {
    MigrationFailed failure = Failures.of(e, step.number(), blocker);
    progress.step(step.number(), "failed", failure.getMessage(), 0);
    return failure;
  }

  private static long millisSince(long begun) {
    return (System.nanoTime() - begun) / 1_000_000;
  }
}
