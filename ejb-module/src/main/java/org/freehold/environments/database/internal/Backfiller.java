package org.freehold.environments.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.freehold.engine.migration.BackfillTask;
import org.freehold.engine.migration.Sql;
import org.freehold.engine.migration.Step;
import org.freehold.environments.MigrationFailed;
import org.freehold.environments.Progress;

/**
 * Writes rows in batches along the primary key, each in a transaction of its own, and rests between
 * them. Rows that are done are left out by the task itself, so it may begin anew at any time; rows
 * that come in meanwhile are found by going through once more.
 */
public final class Backfiller {
  static final int BATCH = 1_000;
  private static final int MOST_PASSES = 10;
  private static final long LONGEST_REST = 200;

  private final Work work;
  private final Step step;
  private final BackfillTask task;
  private final Progress progress;
  private List<String> key;
  private long written;

  Backfiller(Work work, Step step, Progress progress) {
    this.work = work;
    this.step = step;
    this.task = step.backfill();
    this.progress = progress;
  }

  /** About how many rows the table has: counting those to be written would read it all. */
  long estimate() throws SQLException {
    return estimate(work.connection(), task.table());
  }

  static long estimate(Connection connection, String table) throws SQLException {
    return Jdbc.number(
        connection,
        "select case when c.reltuples < 0 then pg_catalog.pg_relation_size(c.oid) / 100"
            + " else c.reltuples::bigint end from pg_catalog.pg_class c"
            + " where c.oid = pg_catalog.to_regclass(?)",
        Sql.quote(table));
  }

  void run() throws SQLException, MigrationFailed {
    work.pin(step.budget());
    key = primaryKey(work.connection(), task.table());
    if (key.isEmpty()) {
      work.transaction(
          () -> {
            work.pin(step.budget());
            work.run(List.of(task.statement()), step.number());
          });
      return;
    }
    int passes = 0;
    while (pass() > 0) {
      passes++;
      if (passes == MOST_PASSES) {
        throw new MigrationFailed(
            MigrationFailed.STATEMENT_FAILED,
            step.number(),
            null,
            "The backfill of " + task.table() + " finds the rows again that it has written",
            null,
            null);
      }
    }
  }

  /** Once through the table; answers how many rows were written. */
  private long pass() throws SQLException, MigrationFailed {
    long before = written;
    List<String> after = null;
    do {
      after = batch(after);
    } while (after != null);
    return written - before;
  }

  /** Answers the key of the last row, or null when there were none. */
  private List<String> batch(List<String> after) throws SQLException, MigrationFailed {
    long begun = System.nanoTime();
    List<List<String>> last = new ArrayList<>();
    work.transaction(
        () -> {
          work.pin(step.budget());
          last.addAll(
              Jdbc.literally(
                  work.connection(),
                  statement(after),
                  row -> {
                    written += row.getLong(1);
                    List<String> values = new ArrayList<>();
                    for (int i = 0; i < key.size(); i++) {
                      values.add(row.getString(i + 2));
                    }
                    return values;
                  }));
        });
    long millis = (System.nanoTime() - begun) / 1_000_000;
    progress.step(step.number(), "running", written + " rows written", millis);
    if (last.isEmpty()) {
      return null;
    }
    Pause.ofMillis(Math.min(millis, LONGEST_REST));
    return last.get(0);
  }

  /** One statement; values of the key stand in it as literals, since a task may contain a ?. */
  String statement(List<String> after) {
    String columns = key.stream().map(Sql::quote).collect(Collectors.joining(", "));
    String aliased = numbered(i -> Sql.quote(key.get(i)) + " as freehold_k" + i);
    String same =
        numbered(i -> Sql.quote(task.table()) + "." + Sql.quote(key.get(i)) + " = b.freehold_k" + i)
            .replace(", ", " and ");
    String behind =
        after == null
            ? ""
            : " and ("
                + columns
                + ") > ("
                + after.stream().map(Sql::literal).collect(Collectors.joining(", "))
                + ")";
    return "with b as materialized (select %s from %s where (%s)%s order by %s limit %d for no key update),"
            .formatted(aliased, Sql.quote(task.table()), task.whereSql(), behind, columns, BATCH)
        + " u as (update %s set %s from b where %s returning 1)"
            .formatted(Sql.quote(task.table()), task.setSql(), same)
        + " select (select count(*) from u), %s from b order by %s limit 1"
            .formatted(
                numbered(i -> "b.freehold_k" + i + "::text"),
                numbered(i -> "b.freehold_k" + i + " desc"));
  }

  private String numbered(IntFunction<String> each) {
    return IntStream.range(0, key.size()).mapToObj(each).collect(Collectors.joining(", "));
  }

  static List<String> primaryKey(Connection connection, String table) throws SQLException {
    return Jdbc.list(
        connection,
        "select a.attname from pg_catalog.pg_constraint k"
            + " join lateral pg_catalog.unnest(k.conkey) with ordinality p (number, place) on true"
            + " join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = p.number"
            + " where k.contype = 'p' and k.conrelid = pg_catalog.to_regclass(?) order by p.place",
        row -> row.getString(1),
        Sql.quote(table));
  }
}
