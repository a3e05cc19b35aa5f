package org.freehold.engine.migration.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freehold.engine.migration.Changes.addColumn;
import static org.freehold.engine.migration.Changes.column;
import static org.freehold.engine.migration.Changes.createTable;
import static org.freehold.engine.migration.Changes.defaultOf;
import static org.freehold.engine.migration.Changes.filled;
import static org.freehold.engine.migration.Changes.key;
import static org.freehold.engine.migration.Changes.nullable;
import static org.freehold.engine.migration.Changes.retype;
import static org.freehold.engine.migration.rules.Hazards.elsewhere;
import static org.freehold.engine.migration.rules.Hazards.failure;
import static org.freehold.engine.migration.rules.Hazards.finds;
import static org.freehold.engine.migration.rules.Hazards.refuses;
import static org.freehold.engine.migration.rules.Hazards.rewrites;
import static org.freehold.engine.migration.rules.Hazards.step;

import org.freehold.engine.migration.Action;
import org.freehold.engine.migration.Backfill;
import org.freehold.engine.migration.ColumnSpec;
import org.freehold.engine.migration.Identity;
import org.freehold.engine.migration.Part;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.Severity;
import org.freehold.engine.migration.Step;
import org.freehold.engine.migration.postgres.PlanRunner;
import org.freehold.engine.migration.postgres.Scratch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnRulesIT {
  private static final String[] TABLE = {
    "CREATE TABLE t (id int PRIMARY KEY, a int, v varchar(10), n text NOT NULL DEFAULT 'x')",
    "INSERT INTO t SELECT i, i, 'v' || i FROM generate_series(1, 10) i"
  };

  @Test
  @Rule(11)
  void aRequiredColumnNeedsAValueForTheRowsThatAreThere() throws Exception {
    try (Scratch scratch = new Scratch(TABLE)) {
      assertThat(failure(scratch, "ALTER TABLE t ADD COLUMN r int NOT NULL")).isEqualTo("23502");
      finds(scratch.plan(addColumn("t", filled("r", "int", null))), 11, Severity.ERROR);
      Plan plan = scratch.plan(addColumn("t", filled("r", "int", "5")));
      assertThat(plan.refused()).isFalse();
      assertThat(rewrites(scratch, "t", plan.steps().get(0).up())).isFalse();
    }
  }

  @Test
  @Rule(12)
  void aVolatileDefaultIsFilledInBatches() throws Exception {
    try (Scratch scratch = new Scratch(TABLE)) {
      assertThat(
              rewrites(scratch, "t", "ALTER TABLE t ADD COLUMN u uuid DEFAULT gen_random_uuid()"))
          .isTrue();
      Plan plan = scratch.plan(addColumn("t", filled("u", "uuid", "gen_random_uuid()")));
      String file = scratch.file("t");
      new PlanRunner(scratch).up(plan);
      assertThat(scratch.file("t")).isEqualTo(file);
      assertThat(plan.steps()).anyMatch(step -> step.action() == Action.BACKFILL);
      assertThat(scratch.one("SELECT count(DISTINCT u) FROM t")).isEqualTo("10");
      scratch.run("INSERT INTO t (id) VALUES (11)");
    }
  }

  @Test
  @Rule({13, 14})
  void aColumnThatPostgresFillsItselfIsRefusedOnAnOldTable() throws Exception {
    try (Scratch scratch = new Scratch(TABLE)) {
      String generated = "ALTER TABLE t ADD COLUMN g int GENERATED ALWAYS AS (a * 2) STORED";
      String identity = "ALTER TABLE t ADD COLUMN i int GENERATED ALWAYS AS IDENTITY";
      assertThat(rewrites(scratch, "t", generated)).isTrue();
      assertThat(rewrites(scratch, "t", identity)).isTrue();
      finds(
          scratch.plan(addColumn("t", madeByPostgres("g", "a * 2", Identity.NONE))),
          13,
          Severity.ERROR);
      finds(
          scratch.plan(addColumn("t", madeByPostgres("i", null, Identity.ALWAYS))),
          14,
          Severity.ERROR);
      finds(scratch.plan(addColumn("t", column("s", "serial"))), 14, Severity.ERROR);
    }
  }

  private static ColumnSpec madeByPostgres(String name, String expression, Identity identity) {
    return new ColumnSpec(
        name, "int", false, false, false, null, null, null, null, expression, identity);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "varchar(10)|varchar(20)",
        "varchar(10)|varchar",
        "varchar(10)|text",
        "text|varchar",
        "cidr|inet",
        "numeric(8,2)|numeric(10,2)",
        "numeric(8,2)|numeric",
        "timestamp(3)|timestamp",
        "timestamptz(3)|timestamptz(6)",
        "time(0)|time",
        "interval(2)|interval(4)",
        "varbit(3)|varbit(5)",
        "timestamp|timestamptz",
        "timestamptz|timestamp"
      })
  void whatIsSaidToBeInPlaceIsInPlace(String from, String to) throws Exception {
    try (Scratch scratch = new Scratch("CREATE TABLE x (id int, c " + from + ")")) {
      scratch.run("INSERT INTO x VALUES (1, NULL)");
      Plan plan = scratch.plan(retype("x", "c", to, false));
      assertThat(plan.refused()).isFalse();
      assertThat(rewrites(scratch, "x", plan.steps().get(0).up())).isFalse();
    }
  }

  @Test
  @Rule(15)
  void anotherTypeIsARewriteThatMustBeWanted() throws Exception {
    try (Scratch scratch = new Scratch(TABLE)) {
      assertThat(rewrites(scratch, "t", "ALTER TABLE t ALTER COLUMN a TYPE bigint")).isTrue();
      finds(scratch.plan(retype("t", "a", "bigint", false)), 15, Severity.ERROR);
      Plan wanted = scratch.plan(retype("t", "a", "bigint", true));
      finds(wanted, 15, Severity.WARNING);
      assertThat(wanted.refused()).isFalse();
    }
  }

  @Test
  @Rule(16)
  void aLengthIsMentioned() throws Exception {
    try (Scratch scratch = new Scratch(TABLE)) {
      assertThat(rewrites(scratch, "t", "ALTER TABLE t ALTER COLUMN v TYPE varchar(5)")).isTrue();
      finds(scratch.plan(addColumn("t", column("w", "varchar(5)"))), 16, Severity.INFO);
    }
  }

  @Test
  @Rule(17)
  void aDomainIsNoTypeOfAColumn() throws Exception {
    try (Scratch scratch = new Scratch(TABLE)) {
      scratch.run("CREATE DOMAIN small AS int CHECK (VALUE < 9)");
      assertThat(rewrites(scratch, "t", "ALTER TABLE t ADD COLUMN d small")).isTrue();
      refuses(scratch, "type_not_allowed", addColumn("t", column("d", "small")));
    }
  }

  @Test
  @Rule(30)
  void anUndoOfDroppedNotNullDependsOnTheData() throws Exception {
    try (Scratch scratch = new Scratch(TABLE)) {
      Plan plan = scratch.plan(nullable("t", "n", true, null));
      finds(plan, 30, Severity.WARNING);
      assertThat(plan.steps().get(0).hazards()).anyMatch(hazard -> hazard.rule() == 30);
      new PlanRunner(scratch).up(plan);
      scratch.run("INSERT INTO t (id, n) VALUES (11, NULL)");
      assertThat(failure(scratch, plan.steps().get(0).down().get(0))).isEqualTo("23502");
    }
  }

  @Test
  @Rule(31)
  void aBackfillLocksFewRowsAtATime() throws Exception {
    try (Scratch scratch = new Scratch(TABLE)) {
      Plan plan = scratch.plan(new Backfill("t", "v", "upper(v)", null));
      Step fill = step(plan, "UPDATE");
      scratch.connection().setAutoCommit(false);
      scratch.run(plan.steps().get(0).up());
      scratch.connection().commit();
      scratch.run(fill.up());
      assertThat(elsewhere(scratch, "UPDATE t SET a = 0 WHERE id = 9"))
          .as("as one statement it keeps every row from everybody")
          .isEqualTo("55P03");
      scratch.connection().rollback();
      scratch.connection().setAutoCommit(true);
      assertThat(fill.action()).isEqualTo(Action.BACKFILL);
      assertThat(fill.part()).isEqualTo(Part.APART);
      new PlanRunner(scratch).up(fill);
      assertThat(scratch.one("SELECT count(*) FROM t WHERE v LIKE 'V%'")).isEqualTo("10");
    }
  }

  @Test
  @Rule(32)
  void jsonCannotBeCompared() throws Exception {
    try (Scratch scratch = new Scratch("CREATE TABLE j (id int PRIMARY KEY, j json)")) {
      assertThat(failure(scratch, "SELECT DISTINCT j FROM j")).isEqualTo("42883");
      finds(scratch.plan(addColumn("j", column("k", "json"))), 32, Severity.WARNING);
      assertThat(scratch.plan(addColumn("j", column("k", "jsonb"))).findings()).isEmpty();
    }
  }

  @Test
  @Rule(33)
  void smallKeysAndSerialAreMentioned() throws Exception {
    try (Scratch scratch = new Scratch(TABLE)) {
      assertThat(failure(scratch, "INSERT INTO t (id) VALUES (2147483648)")).isEqualTo("22003");
      ColumnSpec small =
          new ColumnSpec(
              "id", "serial", false, true, false, null, null, null, null, null, Identity.NONE);
      Plan plan = scratch.plan(createTable("s", small));
      finds(plan, 33, Severity.INFO);
      assertThat(plan.steps().get(0).up().get(0)).contains("GENERATED BY DEFAULT AS IDENTITY");
      finds(
          scratch.plan(createTable("u", key("id"), column("at", "timestamp"))), 33, Severity.INFO);
    }
  }

  @Test
  @Rule(45)
  void aNewDefaultIsForNewRows() throws Exception {
    try (Scratch scratch = new Scratch(TABLE)) {
      Plan plan = scratch.plan(defaultOf("t", "n", "'y'"));
      finds(plan, 45, Severity.INFO);
      new PlanRunner(scratch).up(plan);
      scratch.run("INSERT INTO t (id) VALUES (11)");
      assertThat(scratch.rows("SELECT n, count(*) FROM t GROUP BY n ORDER BY n"))
          .containsExactly("x|10", "y|1");
    }
  }
}
