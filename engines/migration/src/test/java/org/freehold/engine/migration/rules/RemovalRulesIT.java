package org.freehold.engine.migration.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freehold.engine.migration.Changes.addColumn;
import static org.freehold.engine.migration.Changes.column;
import static org.freehold.engine.migration.Changes.createTable;
import static org.freehold.engine.migration.Changes.filled;
import static org.freehold.engine.migration.Changes.key;
import static org.freehold.engine.migration.Changes.raw;
import static org.freehold.engine.migration.rules.Hazards.failure;
import static org.freehold.engine.migration.rules.Hazards.finds;
import static org.freehold.engine.migration.rules.Hazards.locks;
import static org.freehold.engine.migration.rules.Hazards.refuses;
import static org.freehold.engine.migration.rules.Hazards.refusesSql;

import java.util.List;
import org.freehold.engine.migration.AddEnumValue;
import org.freehold.engine.migration.Constraint;
import org.freehold.engine.migration.ConstraintSpec;
import org.freehold.engine.migration.CreateConstraint;
import org.freehold.engine.migration.DropColumn;
import org.freehold.engine.migration.DropTable;
import org.freehold.engine.migration.Part;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.ReferenceSpec;
import org.freehold.engine.migration.RenameColumn;
import org.freehold.engine.migration.RenameTable;
import org.freehold.engine.migration.Severity;
import org.freehold.engine.migration.postgres.PlanRunner;
import org.freehold.engine.migration.postgres.Scratch;
import org.junit.jupiter.api.Test;

class RemovalRulesIT {
  private static final String[] TABLES = {
    "CREATE TABLE p (id int PRIMARY KEY, a text NOT NULL)",
    "INSERT INTO p VALUES (1, 'one'), (2, 'two')",
    "CREATE TABLE t (id int PRIMARY KEY, p int REFERENCES p)",
    "INSERT INTO t VALUES (1, 1)",
    "CREATE TYPE mood AS ENUM ('sad', 'happy')"
  };

  @Test
  @Rule(18)
  void partitionsStayWhereTheyAre() throws Exception {
    try (Scratch scratch =
        new Scratch(
            "CREATE TABLE whole (id int) PARTITION BY RANGE (id)",
            "CREATE TABLE part PARTITION OF whole FOR VALUES FROM (1) TO (9)")) {
      String detach = "ALTER TABLE whole DETACH PARTITION part";
      assertThat(locks(scratch, "whole", detach)).contains("AccessExclusiveLock");
      refusesSql(scratch, detach);
      refuses(scratch, "unknown_table", addColumn("whole", column("c", "int")));
      refuses(scratch, "unknown_table", addColumn("part", column("c", "int")));
    }
  }

  @Test
  @Rule(21)
  void aDroppedColumnGivesItsValuesBack() throws Exception {
    try (Scratch scratch = new Scratch(TABLES)) {
      Plan plan = scratch.plan(new DropColumn("p", "a", "'late'"));
      finds(plan, 21, Severity.WARNING);
      PlanRunner runner = new PlanRunner(scratch);
      runner.up(plan);
      assertThat(failure(scratch, "SELECT a FROM p")).as("old code breaks").isEqualTo("42703");
      scratch.run("INSERT INTO p (id) VALUES (3)");
      runner.down(plan);
      assertThat(scratch.rows("SELECT id, a FROM p ORDER BY id"))
          .containsExactly("1|one", "2|two", "3|late");
    }
  }

  @Test
  @Rule(22)
  void aDroppedTableGivesItsRowsBackAndMakesRoom() throws Exception {
    try (Scratch scratch = new Scratch(TABLES)) {
      Plan plan = scratch.plan(new DropTable("t"), createTable("t", key("id"), column("p", "int")));
      finds(plan, 22, Severity.WARNING);
      PlanRunner runner = new PlanRunner(scratch);
      runner.up(plan);
      scratch.run("DELETE FROM p WHERE id = 2");
      runner.down(plan);
      assertThat(scratch.rows("SELECT * FROM t")).containsExactly("1|1");
      refuses(scratch, "in_use", new DropTable("p"));
    }
  }

  @Test
  @Rule({23, 24})
  void whatReachesFurtherThanItSaysIsRefused() throws Exception {
    try (Scratch scratch = new Scratch(TABLES)) {
      scratch.connection().setAutoCommit(false);
      scratch.run("TRUNCATE p CASCADE");
      assertThat(scratch.one("SELECT count(*) FROM t")).as("nobody named it").isEqualTo("0");
      scratch.run("DROP SCHEMA " + scratch.schema() + " CASCADE");
      assertThat(failure(scratch, "SELECT 1 FROM t")).as("nor that").isEqualTo("42P01");
      scratch.connection().rollback();
      scratch.connection().setAutoCommit(true);
      for (String sql :
          List.of(
              "TRUNCATE p CASCADE",
              "TRUNCATE t",
              "DROP TABLE p CASCADE",
              "DROP SCHEMA other",
              "DROP DATABASE postgres",
              "CREATE SCHEMA other")) {
        refusesSql(scratch, sql);
      }
      ReferenceSpec cascading = new ReferenceSpec(null, "p", List.of(), "CASCADE");
      finds(
          scratch.plan(
              new CreateConstraint(
                  "t",
                  new ConstraintSpec(
                      "again", Constraint.Kind.FOREIGN_KEY, List.of("p"), null, cascading))),
          24,
          Severity.WARNING);
    }
  }

  @Test
  @Rule(26)
  void aTableThatIsThereIsNotReplaced() throws Exception {
    try (Scratch scratch = new Scratch(TABLES)) {
      assertThat(failure(scratch, "CREATE TABLE t (id int)")).isEqualTo("42P07");
      refuses(scratch, "already_exists", createTable("t", key("id")));
      refusesSql(scratch, "CREATE OR REPLACE TABLE t (id int)");
    }
  }

  @Test
  @Rule(27)
  void aRenamingIsAnnounced() throws Exception {
    try (Scratch scratch = new Scratch(TABLES)) {
      Plan plan = scratch.plan(new RenameColumn("p", "a", "b"), new RenameTable("p", "q"));
      assertThat(plan.findings()).filteredOn(finding -> finding.rule() == 27).hasSize(2);
      new PlanRunner(scratch).up(plan);
      assertThat(failure(scratch, "SELECT b FROM p")).isEqualTo("42P01");
      assertThat(failure(scratch, "SELECT a FROM q")).isEqualTo("42703");
    }
  }

  @Test
  @Rule(28)
  void aValueIsRenamedByHandOnlyAndFlagged() throws Exception {
    try (Scratch scratch = new Scratch(TABLES)) {
      String rename = "ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'";
      finds(
          scratch.plan(raw(rename, "ALTER TYPE mood RENAME VALUE 'blue' TO 'sad'")),
          42,
          Severity.WARNING);
      scratch.run(rename);
      assertThat(failure(scratch, "SELECT 'sad'::mood")).as("old code").isEqualTo("22P02");
    }
  }

  @Test
  @Rule(29)
  void aNewValueHasItsPlaceAndAStepOfItsOwn() throws Exception {
    try (Scratch scratch = new Scratch(TABLES)) {
      scratch.connection().setAutoCommit(false);
      scratch.run("ALTER TYPE mood ADD VALUE 'so'");
      assertThat(failure(scratch, "SELECT 'so'::mood")).isEqualTo("55P04");
      scratch.connection().rollback();
      scratch.connection().setAutoCommit(true);
      Plan plan =
          scratch.plan(
              new AddEnumValue("mood", "so", "happy", null),
              addColumn("p", filled("mood", "mood", "'so'")));
      assertThat(plan.steps()).allMatch(step -> step.part() == Part.APART);
      new PlanRunner(scratch).up(plan);
      assertThat(scratch.one("SELECT enum_range(NULL::mood)")).isEqualTo("{sad,so,happy}");
      finds(scratch.plan(new AddEnumValue("mood", "last", null, null)), 29, Severity.WARNING);
    }
  }
}
