package org.freehold.environments.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.Fingerprint;
import org.freehold.engine.migration.Part;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.Step;
import org.freehold.environments.DryRun;
import org.freehold.environments.DryRun.SampledTable;
import org.freehold.environments.DryRun.StepTrial;
import org.freehold.environments.MigrationFailed;

/**
 * A plan on a scratch copy: up, down and up again. What is rewritten is seen by the tables' files,
 * and what is locked by PostgreSQL's list of locks; nothing is guessed.
 */
public final class Rehearsal {
  private static final int LOCK_MILLIS = 5_000;
  private static final int STATEMENT_MILLIS = 60_000;

  private final ScratchCopy copy;
  private final Work work;
  private final Plan plan;
  private final Map<String, Long> rows;

  private Rehearsal(ScratchCopy copy, Plan plan, Map<String, Long> rows) throws SQLException {
    this.copy = copy;
    this.work = new Work(copy.connection(), copy.schema());
    this.plan = plan;
    this.rows = rows;
  }

  public static DryRun run(Site site, Catalog catalog, Plan plan) throws MigrationFailed {
    Databases.ensure(site);
    try (ScratchCopy copy = ScratchCopy.make(site);
        Connection environment = Sessions.environment(site)) {
      Samples samples = new Samples(environment, copy.connection());
      copy.build(catalog, () -> samples.load(catalog, plan));
      return new Rehearsal(copy, plan, samples.loaded()).run();
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  private DryRun run() throws SQLException, MigrationFailed {
    String start = fingerprint();
    List<StepTrial> trials = new ArrayList<>();
    up(trials);
    String afterUp = fingerprint();
    down();
    String afterDown = fingerprint();
    up(new ArrayList<>());
    String again = fingerprint();
    return new DryRun(
        start,
        afterUp,
        afterDown,
        again,
        start.equals(afterDown),
        afterUp.equals(again),
        trials,
        rows.entrySet().stream()
            .map(entry -> new SampledTable(entry.getKey(), entry.getValue()))
            .toList());
  }

  private String fingerprint() throws SQLException {
    return Fingerprint.of(Schemas.read(copy.connection(), copy.schema()));
  }

  private void up(List<StepTrial> trials) throws SQLException, MigrationFailed {
    TreeMap<Long, String> old = tables();
    List<Step> together = of(Part.TRANSACTION);
    if (!together.isEmpty()) {
      work.transaction(
          () -> {
            for (Step step : together) {
              trials.add(trial(step, old));
            }
          });
    }
    for (Step step : of(Part.APART)) {
      work.transaction(() -> trials.add(trial(step, old)));
    }
  }

  private void down() throws SQLException, MigrationFailed {
    List<Step> apart = new ArrayList<>(of(Part.APART));
    Collections.reverse(apart);
    for (Step step : apart) {
      work.transaction(() -> run(step, step.down()));
    }
    List<Step> together = new ArrayList<>(of(Part.TRANSACTION));
    Collections.reverse(together);
    if (!together.isEmpty()) {
      work.transaction(
          () -> {
            for (Step step : together) {
              run(step, step.down());
            }
          });
    }
  }

  private List<Step> of(Part part) {
    return plan.steps().stream().filter(step -> step.part() == part).toList();
  }

  private StepTrial trial(Step step, TreeMap<Long, String> old)
      throws SQLException, MigrationFailed {
    Map<Long, String> filesBefore = files();
    List<String> locksBefore = locks(old);
    long begun = System.nanoTime();
    run(step, step.up());
    long millis = (System.nanoTime() - begun) / 1_000_000;
    List<String> taken = new ArrayList<>(locks(old));
    taken.removeAll(locksBefore);
    return new StepTrial(
        step.number(),
        millis,
        step.table() == null ? 0 : rows.getOrDefault(step.table(), 0L),
        rewritten(filesBefore, old),
        PlanRunner.isConcurrent(step) ? LockModes.SHARE_UPDATE : LockModes.strongest(taken));
  }

  /**
   * Concurrent builds wait for every transaction of the whole database, and cannot be part of one:
   * in the copy, where nobody waits, the same index is built plainly.
   */
  private void run(Step step, List<String> statements) throws SQLException, MigrationFailed {
    work.pin(LOCK_MILLIS, STATEMENT_MILLIS);
    List<String> plain =
        PlanRunner.isConcurrent(step)
            ? statements.stream().map(sql -> sql.replaceFirst("(?i) concurrently", "")).toList()
            : statements;
    try {
      work.run(plain, step.number());
    } catch (SQLException e) {
      throw Failures.of(e, step.number(), null);
    }
  }

  private List<String> rewritten(Map<Long, String> before, TreeMap<Long, String> old)
      throws SQLException {
    Map<Long, String> after = files();
    return before.entrySet().stream()
        .filter(entry -> old.containsKey(entry.getKey()))
        .filter(entry -> after.containsKey(entry.getKey()))
        .filter(entry -> !Objects.equals(after.get(entry.getKey()), entry.getValue()))
        .map(entry -> old.get(entry.getKey()))
        .sorted()
        .toList();
  }

  /** The tables by their numbers. */
  private TreeMap<Long, String> tables() throws SQLException {
    return numbered("c.relname");
  }

  /** The number of each table's file. */
  private TreeMap<Long, String> files() throws SQLException {
    return numbered("c.relfilenode::text");
  }

  private TreeMap<Long, String> numbered(String what) throws SQLException {
    TreeMap<Long, String> found = new TreeMap<>();
    Jdbc.list(
        copy.connection(),
        "select c.oid::bigint, "
            + what
            + " from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
            + " where n.nspname = ? and c.relkind = 'r'",
        row -> found.put(row.getLong(1), row.getString(2)),
        copy.schema());
    return found;
  }

  /** Those of this transaction on tables that were there before the plan, as table and mode. */
  private List<String> locks(TreeMap<Long, String> old) throws SQLException {
    return Jdbc.list(
            copy.connection(),
            "select l.relation::bigint, l.mode from pg_catalog.pg_locks l"
                + " where l.pid = pg_catalog.pg_backend_pid() and l.locktype = 'relation'",
            row -> old.containsKey(row.getLong(1)) ? row.getLong(1) + " " + row.getString(2) : "")
        .stream()
        .filter(lock -> !lock.isEmpty())
        .toList();
  }
}
