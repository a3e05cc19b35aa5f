package org.freehold.benchmarks.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.freehold.engine.migration.AddColumn;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.Change;
import org.freehold.engine.migration.Column;
import org.freehold.engine.migration.ColumnSpec;
import org.freehold.engine.migration.Constraint;
import org.freehold.engine.migration.ConstraintSpec;
import org.freehold.engine.migration.CreateConstraint;
import org.freehold.engine.migration.CreateIndex;
import org.freehold.engine.migration.CreateTable;
import org.freehold.engine.migration.Fingerprint;
import org.freehold.engine.migration.Identity;
import org.freehold.engine.migration.IndexColumn;
import org.freehold.engine.migration.MigrationPlanner;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.Table;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A plan for 200 changes on a schema of 200 tables with 20 columns: less than 50 ms are wanted. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class PlanBenchmark {
  private static final int TABLES = 200;

  private final List<Change> changes = new ArrayList<>();
  private Catalog now;

  @Setup
  public void prepare() {
    List<Table> tables = new ArrayList<>();
    for (int i = 0; i < TABLES; i++) {
      tables.add(table("t" + i));
    }
    now = new Catalog(tables, List.of(), List.of());
    for (int i = 0; i < 40; i++) {
      String table = "t" + i;
      changes.add(
          new CreateTable(
              "n" + i, List.of(column("id", true), column("a", false)), List.of(), null));
      changes.add(new AddColumn(table, column("added", false), "0"));
      changes.add(new AddColumn(table, column("more", false), "1"));
      changes.add(
          new CreateIndex(
              table, "i" + i, List.of(new IndexColumn("c1", false, null)), false, null, null));
      changes.add(
          new CreateConstraint(
              table,
              new ConstraintSpec(
                  "k" + i, Constraint.Kind.CHECK, List.of(), "c1 > 0 OR c2 < 5", null)));
    }
  }

  private static ColumnSpec column(String name, boolean key) {
    return new ColumnSpec(name, "bigint", false, key, false, null, null, null, null, null, null);
  }

  private static Table table(String name) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("id", "bigint", false, null, Identity.NONE, null));
    for (int i = 1; i < 20; i++) {
      columns.add(new Column("c" + i, "text", true, "'x'::text", Identity.NONE, null));
    }
    Constraint key =
        new Constraint(
            name + "_pkey",
            Constraint.Kind.PRIMARY_KEY,
            "PRIMARY KEY (id)",
            List.of("id"),
            null,
            true);
    return new Table(name, columns, List.of(key), List.of(), 1_000, 1_000_000);
  }

  @Benchmark
  public Plan plan() {
    return MigrationPlanner.plan(now, changes, "r1");
  }

  @Benchmark
  public String fingerprint() {
    return Fingerprint.of(now);
  }
}
