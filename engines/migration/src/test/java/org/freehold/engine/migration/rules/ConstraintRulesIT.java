package org.freehold.engine.migration.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.freehold.engine.migration.Changes.check;
import static org.freehold.engine.migration.Changes.foreignKey;
import static org.freehold.engine.migration.Changes.nullable;
import static org.freehold.engine.migration.Changes.primaryKey;
import static org.freehold.engine.migration.Changes.uniqueConstraint;
import static org.freehold.engine.migration.rules.Hazards.failure;
import static org.freehold.engine.migration.rules.Hazards.finds;
import static org.freehold.engine.migration.rules.Hazards.locks;
import static org.freehold.engine.migration.rules.Hazards.refuses;
import static org.freehold.engine.migration.rules.Hazards.step;

import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.freehold.engine.migration.Action;
import org.freehold.engine.migration.Constraint;
import org.freehold.engine.migration.ConstraintSpec;
import org.freehold.engine.migration.CreateConstraint;
import org.freehold.engine.migration.DropConstraint;
import org.freehold.engine.migration.Part;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.Severity;
import org.freehold.engine.migration.Step;
import org.freehold.engine.migration.postgres.PlanRunner;
import org.freehold.engine.migration.postgres.Scratch;
import org.junit.jupiter.api.Test;

class ConstraintRulesIT {
  private static final String[] TABLES = {
    "CREATE TABLE p (id int PRIMARY KEY)",
    "INSERT INTO p SELECT generate_series(1, 5)",
    "CREATE TABLE t (a int, b int, p int)",
    "INSERT INTO t SELECT i, i / 2, 1 + i % 5 FROM generate_series(1, 10) i"
  };

  @Test
  @Rule(5)
  void uniquenessComesFromAnIndexThatIsBuiltBefore() throws Exception {
    try (Scratch scratch = new Scratch(TABLES)) {
      assertThat(locks(scratch, "t", "ALTER TABLE t ADD CONSTRAINT u UNIQUE (a)"))
          .contains("AccessExclusiveLock");
      Plan plan = scratch.plan(uniqueConstraint("t", "u", "a"));
      scratch.run(plan.steps().get(0).up());
      String built = scratch.file("u");
      scratch.run(plan.steps().get(1).up());
      assertThat(scratch.file("u")).as("nothing is built under the lock").isEqualTo(built);
      Plan twice = scratch.plan(uniqueConstraint("t", "v", "b"));
      String before = scratch.fingerprint();
      assertThat(new PlanRunner(scratch).upOrBack(twice).getSQLState()).isEqualTo("23505");
      assertThat(scratch.fingerprint()).as("duplicates leave nothing behind").isEqualTo(before);
    }
  }

  @Test
  @Rule(6)
  void aPrimaryKeyToo() throws Exception {
    try (Scratch scratch = new Scratch(TABLES)) {
      assertThat(locks(scratch, "t", "ALTER TABLE t ADD PRIMARY KEY (a)"))
          .contains("AccessExclusiveLock");
      Plan plan = scratch.plan(primaryKey("t", "t_pkey", "a"));
      List<Step> steps = plan.steps();
      assertThat(steps).hasSize(5);
      assertThat(steps.get(1).action()).isEqualTo(Action.VALIDATE);
      assertThat(steps.get(3).action()).isEqualTo(Action.INDEX_CONCURRENTLY);
      assertThat(steps.get(4).up().get(0)).contains("PRIMARY KEY USING INDEX");
      new PlanRunner(scratch).up(plan);
      assertThat(scratch.catalog().table("t").orElseThrow().primaryKey()).isPresent();
    }
  }

  @Test
  @Rule(7)
  void aForeignKeyReadsTheTableUnderAWeakLock() throws Exception {
    try (Scratch scratch = new Scratch(TABLES)) {
      String plain = "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p";
      assertThat(locks(scratch, "t", plain)).contains("ShareRowExclusiveLock");
      assertThat(locks(scratch, "p", plain)).contains("ShareRowExclusiveLock");
      scratch.run("INSERT INTO t VALUES (11, 11, 99)");
      assertThat(failure(scratch, plain)).as("it reads the rows").isEqualTo("23503");
      Plan plan = scratch.plan(foreignKey("t", "f", "p", "p"));
      scratch.run(plan.steps().get(0).up());
      scratch.run("UPDATE t SET p = 1 WHERE p = 99");
      String[] validate = plan.steps().get(1).up().toArray(String[]::new);
      assertThat(locks(scratch, "t", validate))
          .containsExactlyInAnyOrder("ShareUpdateExclusiveLock", "AccessShareLock");
      assertThat(locks(scratch, "p", validate))
          .contains("RowShareLock")
          .doesNotContain("ShareRowExclusiveLock", "ShareUpdateExclusiveLock");
    }
  }

  @Test
  @Rule({8, 9})
  void aCheckIsReadInATransactionOfItsOwn() throws Exception {
    try (Scratch scratch = new Scratch(TABLES)) {
      Plan plan = scratch.plan(check("t", "c", "a < 11"));
      Step add = plan.steps().get(0);
      Step validate = plan.steps().get(1);
      assertThat(locks(scratch, "t", add.up().get(0), validate.up().get(0)))
          .as("in one transaction the strong lock stays while the table is read")
          .contains("AccessExclusiveLock");
      assertThat(add.part()).isEqualTo(Part.TRANSACTION);
      assertThat(validate.part()).isEqualTo(Part.APART);
      scratch.run(add.up());
      assertThat(locks(scratch, "t", validate.up().get(0)))
          .containsExactly("ShareUpdateExclusiveLock");
      assertThat(failure(scratch, "INSERT INTO t VALUES (12, 0, 1)"))
          .as("new rows are held to it at once")
          .isEqualTo("23514");
    }
  }

  @Test
  @Rule(10)
  void notNullIsTakenFromACheckAndNotReadAgain() throws Exception {
    try (Scratch scratch = new Scratch(TABLES)) {
      String plain = "ALTER TABLE t ALTER COLUMN a SET NOT NULL";
      assertThat(locks(scratch, "t", plain)).contains("AccessExclusiveLock");
      assertThat(debug(scratch, plain)).noneMatch(text -> text.contains("sufficient to prove"));
      scratch.run("ALTER TABLE t ALTER COLUMN a DROP NOT NULL");
      Plan plan = scratch.plan(nullable("t", "a", false, null));
      scratch.run(plan.steps().get(0).up());
      scratch.run(plan.steps().get(1).up());
      Step last = step(plan, "SET NOT NULL");
      assertThat(debug(scratch, last.up().get(0)))
          .anyMatch(text -> text.contains("sufficient to prove"));
      scratch.run(last.up().subList(1, 2));
      assertThat(scratch.catalog().table("t").orElseThrow().constraints()).isEmpty();
    }
  }

  private static List<String> debug(Scratch scratch, String sql) throws Exception {
    List<String> texts = new ArrayList<>();
    try (Statement statement = scratch.connection().createStatement()) {
      statement.execute("SET client_min_messages = debug1");
      statement.execute(sql);
      for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
        texts.add(w.getMessage());
      }
      statement.execute("RESET client_min_messages");
    }
    return texts;
  }

  @Test
  @Rule(20)
  void anExclusionConstraintHasNoSafeForm() throws Exception {
    try (Scratch scratch = new Scratch(TABLES)) {
      String plain = "ALTER TABLE t ADD CONSTRAINT x EXCLUDE USING btree (a WITH =)";
      assertThat(locks(scratch, "t", plain)).contains("AccessExclusiveLock");
      assertThat(failure(scratch, plain + " NOT VALID")).isEqualTo("0A000");
      refuses(
          scratch,
          "not_supported",
          new CreateConstraint(
              "t", new ConstraintSpec("x", Constraint.Kind.EXCLUSION, List.of("a"), null, null)));
    }
  }

  @Test
  @Rule(25)
  void aDroppedConstraintComesBackWithoutAStrongLock() throws Exception {
    try (Scratch scratch = new Scratch(TABLES)) {
      scratch.run("ALTER TABLE t ADD CONSTRAINT c CHECK (a < 11)");
      Plan plan = scratch.plan(new DropConstraint("t", "c"));
      finds(plan, 25, Severity.WARNING);
      PlanRunner runner = new PlanRunner(scratch);
      runner.up(plan);
      scratch.run("INSERT INTO t VALUES (50, 0, 1)");
      assertThat(plan.steps().get(1).down().get(0)).endsWith("NOT VALID");
      assertThat(plan.steps().get(0).down().get(0)).contains("VALIDATE");
      assertThat(catchThrowable(() -> runner.down(plan)))
          .as("a row that breaks it by now is told, not lost")
          .hasMessageContaining("violated");
      scratch.run("DELETE FROM t WHERE a = 50", plan.steps().get(0).down().get(0));
    }
  }
}
