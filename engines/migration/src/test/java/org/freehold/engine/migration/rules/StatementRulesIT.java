package org.freehold.engine.migration.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freehold.engine.migration.Changes.addColumn;
import static org.freehold.engine.migration.Changes.check;
import static org.freehold.engine.migration.Changes.column;
import static org.freehold.engine.migration.Changes.createIndex;
import static org.freehold.engine.migration.Changes.createTable;
import static org.freehold.engine.migration.Changes.raw;
import static org.freehold.engine.migration.rules.Hazards.elsewhere;
import static org.freehold.engine.migration.rules.Hazards.failure;
import static org.freehold.engine.migration.rules.Hazards.finds;
import static org.freehold.engine.migration.rules.Hazards.refuses;
import static org.freehold.engine.migration.rules.Hazards.refusesSql;

import java.sql.Connection;
import java.util.List;
import org.freehold.engine.migration.Backfill;
import org.freehold.engine.migration.BundleRefused;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.Changes;
import org.freehold.engine.migration.MigrationPlanner;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.RawSql;
import org.freehold.engine.migration.Severity;
import org.freehold.engine.migration.postgres.Scratch;
import org.junit.jupiter.api.Test;

class StatementRulesIT {
  private static final String[] TABLE = {
    "CREATE TABLE t (id int PRIMARY KEY, a int)",
    "INSERT INTO t SELECT i, i FROM generate_series(1, 5) i"
  };

  @Test
  @Rule({34, 35})
  void everyStepHasItsBudget() throws Exception {
    try (Scratch scratch = new Scratch(TABLE);
        Connection reader = scratch.second();
        Connection changer = scratch.second()) {
      reader.setAutoCommit(false);
      reader.createStatement().execute("SELECT * FROM t");
      changer.createStatement().execute("SET lock_timeout = '200ms'");
      assertThatThrownBy(() -> changer.createStatement().execute("ALTER TABLE t ADD COLUMN b int"))
          .as("with a budget it gives up, and the queue behind it goes on")
          .hasMessageContaining("lock timeout");
      assertThat(elsewhere(scratch, "SELECT * FROM t")).isNull();
      Plan plan =
          scratch.plan(
              addColumn("t", column("b", "int")),
              createIndex("t", "i", "a"),
              check("t", "c", "a > 0"),
              new Backfill("t", "a", "a + 1", null));
      assertThat(plan.steps())
          .allSatisfy(
              step -> {
                assertThat(step.budget().lockMillis()).isBetween(1, 300_000);
                assertThat(step.budget().statementMillis()).isPositive();
                assertThat(step.budget().attempts()).isPositive();
                assertThat(step.lock().stopsWriters() && step.budget().lockMillis() > 2_000)
                    .as("what others wait for is short")
                    .isFalse();
              });
    }
  }

  @Test
  @Rule(36)
  void transactionsAreOurs() throws Exception {
    try (Scratch scratch = new Scratch(TABLE)) {
      scratch.connection().setAutoCommit(false);
      scratch.run("UPDATE t SET a = 9", "COMMIT");
      scratch.connection().rollback();
      scratch.connection().setAutoCommit(true);
      assertThat(scratch.one("SELECT min(a) FROM t")).as("nothing takes it back").isEqualTo("9");
      for (String sql :
          List.of(
              "BEGIN",
              "commit",
              "ROLLBACK",
              "SAVEPOINT s",
              "START TRANSACTION",
              "END",
              "/* x */ COMMIT",
              "PREPARE TRANSACTION 'x'",
              "UPDATE t SET a = 1 WHERE id = 1; COMMIT")) {
        refusesSql(scratch, sql);
      }
    }
  }

  @Test
  @Rule(38)
  void aLongNameIsRefusedAndNotCutOff() throws Exception {
    try (Scratch scratch = new Scratch(TABLE)) {
      String name = "n".repeat(64);
      scratch.run("CREATE TABLE " + name + " (id int)");
      assertThat(scratch.one("SELECT to_regclass('" + "n".repeat(63) + "')")).isNotNull();
      refuses(scratch, "name_too_long", createTable(name + "x", Changes.key("id")));
      refuses(scratch, "name_too_long", addColumn("t", column("ü".repeat(32), "int")));
    }
  }

  @Test
  @Rule(39)
  void namesAreTakenFromOneSchemaOnly() throws Exception {
    try (Scratch one = new Scratch(TABLE);
        Scratch other = new Scratch(TABLE)) {
      one.run("SET search_path = " + other.schema(), "DELETE FROM t");
      assertThat(other.one("SELECT count(*) FROM t"))
          .as("the search path decides, so whoever runs a plan pins it")
          .isEqualTo("0");
      one.run("SET search_path = " + one.schema());
      assertThat(one.plan(addColumn("t", column("b", "int"))).steps().get(0).up())
          .containsExactly("ALTER TABLE \"t\" ADD COLUMN \"b\" integer");
      for (String sql :
          List.of(
              "UPDATE public.t SET a = 1 WHERE id = 1",
              "INSERT INTO \"other\".t VALUES (1)",
              "CREATE TABLE public.x (id int)",
              "CREATE VIEW v AS SELECT * FROM information_schema.tables",
              "DELETE FROM t WHERE a IN (SELECT a FROM other.t)",
              "SELECT set_config('search_path', 'public', false)")) {
        refusesSql(one, sql);
      }
    }
  }

  @Test
  @Rule(40)
  void aColumnStandsThereOnce() throws Exception {
    try (Scratch scratch = new Scratch(TABLE)) {
      assertThat(failure(scratch, "CREATE TABLE x (a int, a int)")).isEqualTo("42701");
      refuses(
          scratch,
          "column_twice",
          createTable("x", Changes.key("id"), column("a", "int"), column("a", "int")));
    }
  }

  @Test
  @Rule(41)
  void aTableHasAKey() throws Exception {
    try (Scratch scratch =
        new Scratch("CREATE TABLE bare (a int)", "INSERT INTO bare VALUES (1)")) {
      scratch.run("CREATE PUBLICATION pub_" + scratch.schema() + " FOR TABLE bare");
      assertThat(failure(scratch, "UPDATE bare SET a = 2"))
          .as("without a key it cannot be replicated")
          .isEqualTo("55000");
      scratch.run("DROP PUBLICATION pub_" + scratch.schema());
      finds(scratch.plan(createTable("x", column("a", "int"))), 41, Severity.ERROR);
    }
  }

  @Test
  @Rule(42)
  void sqlByHandBringsItsUndoAndComesLast() throws Exception {
    // What it does is not known, so there is nothing to show but how it is kept in its place.
    try (Scratch scratch = new Scratch(TABLE)) {
      Plan plan = scratch.plan(raw("CREATE VIEW v AS SELECT a FROM t", "DROP VIEW v"));
      finds(plan, 42, Severity.WARNING);
      assertThat(plan.rawSql()).isTrue();
      assertThat(plan.touchedTables()).containsExactly("t");
      refuses(scratch, "sql_missing", new RawSql(List.of("CREATE VIEW v AS SELECT 1"), List.of()));
      refuses(
          scratch,
          "after_raw_sql",
          raw("CREATE VIEW v AS SELECT 1", "DROP VIEW v"),
          addColumn("t", column("b", "int")));
    }
  }

  @Test
  @Rule(43)
  void aBundleThatComesOutOfOrderIsRefusedWhereItMatters() {
    // The order of releases is kept by the parent's digest in the manifest, outside the engine.
    // Here a bundle that needs what an earlier one makes is refused, instead of half applied.
    assertThatThrownBy(
            () ->
                MigrationPlanner.plan(
                    Catalog.EMPTY, List.of(addColumn("t", column("b", "int"))), "r1"))
        .isInstanceOf(BundleRefused.class)
        .hasMessageContaining("unknown_table");
  }

  @Test
  @Rule(46)
  void aWriteWithoutAConditionIsRefused() throws Exception {
    try (Scratch scratch = new Scratch(TABLE)) {
      scratch.connection().setAutoCommit(false);
      scratch.run("DELETE FROM t");
      assertThat(scratch.one("SELECT count(*) FROM t")).isEqualTo("0");
      scratch.connection().rollback();
      scratch.connection().setAutoCommit(true);
      for (String sql :
          List.of(
              "DELETE FROM t",
              "UPDATE t SET a = (SELECT 1 WHERE true)",
              "WITH x AS (DELETE FROM t RETURNING a) INSERT INTO t SELECT * FROM x",
              "WITH x AS (SELECT 1) UPDATE t SET a = 1")) {
        refusesSql(scratch, sql);
      }
      scratch.plan(raw("UPDATE t SET a = 1 WHERE id = 1", "UPDATE t SET a = 2 WHERE id = 1"));
    }
  }
}
