package org.freehold.engine.migration.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freehold.engine.migration.Changes.createIndex;
import static org.freehold.engine.migration.Changes.raw;
import static org.freehold.engine.migration.Changes.uniqueIndex;
import static org.freehold.engine.migration.rules.Hazards.elsewhere;
import static org.freehold.engine.migration.rules.Hazards.failure;
import static org.freehold.engine.migration.rules.Hazards.finds;
import static org.freehold.engine.migration.rules.Hazards.locks;
import static org.freehold.engine.migration.rules.Hazards.refusesSql;
import static org.freehold.engine.migration.rules.Hazards.step;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.freehold.engine.migration.Action;
import org.freehold.engine.migration.DropIndex;
import org.freehold.engine.migration.Part;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.Severity;
import org.freehold.engine.migration.Step;
import org.freehold.engine.migration.postgres.PlanRunner;
import org.freehold.engine.migration.postgres.Scratch;
import org.junit.jupiter.api.Test;

class IndexRulesIT {
  private static final String[] TABLE = {
    "CREATE TABLE t (id int PRIMARY KEY, a int, b int, c int, d int)",
    "INSERT INTO t SELECT i, i, i / 2 FROM generate_series(1, 10) i",
    "CREATE INDEX old ON t (a)"
  };

  @Test
  @Rule(1)
  void anIndexIsBuiltWhileOthersWrite() throws Exception {
    try (Scratch scratch = new Scratch(TABLE)) {
      assertThat(locks(scratch, "t", "CREATE INDEX plain ON t (a)")).contains("ShareLock");
      Step build = step(scratch.plan(createIndex("t", "t_a", "a")), "\"t_a\"");
      assertThat(build.part()).isEqualTo(Part.APART);
      assertThat(build.action()).isEqualTo(Action.INDEX_CONCURRENTLY);
      try (Connection writer = scratch.second();
          Connection builder = scratch.second()) {
        writer.setAutoCommit(false);
        writer.createStatement().execute("UPDATE t SET a = 0 WHERE id = 1");
        CompletableFuture<Void> built =
            CompletableFuture.runAsync(() -> execute(builder, build.up().get(0)));
        // It waits for the writer, and meanwhile nobody waits for it.
        waitUntil(scratch, "SELECT count(*) FROM pg_locks WHERE NOT granted", "1");
        assertThat(elsewhere(scratch, "UPDATE t SET a = 1 WHERE id = 2")).isNull();
        writer.commit();
        built.join();
      }
      assertThat(scratch.catalog().table("t").orElseThrow().index("t_a").orElseThrow().valid())
          .isTrue();
    }
  }

  private static void execute(Connection connection, String sql) {
    try {
      connection.createStatement().execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void waitUntil(Scratch scratch, String sql, String wanted) throws SQLException {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!wanted.equals(scratch.one(sql))) {
      assertThat(System.nanoTime()).as(sql).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @Test
  @Rule(2)
  void anIndexIsDroppedConcurrently() throws Exception {
    try (Scratch scratch = new Scratch(TABLE)) {
      assertThat(locks(scratch, "t", "DROP INDEX old")).contains("AccessExclusiveLock");
      Step drop = scratch.plan(new DropIndex("old")).steps().get(0);
      assertThat(drop.up().get(0)).contains("CONCURRENTLY");
      assertThat(drop.down().get(0)).startsWith("CREATE INDEX CONCURRENTLY old ON t");
    }
  }

  @Test
  @Rule(3)
  void concurrentFormsRunOutsideTheTransaction() throws Exception {
    try (Scratch scratch = new Scratch(TABLE)) {
      scratch.connection().setAutoCommit(false);
      assertThat(failure(scratch, "CREATE INDEX CONCURRENTLY i ON t (a)")).isEqualTo("25001");
      scratch.connection().rollback();
      scratch.connection().setAutoCommit(true);
      Plan typed = scratch.plan(createIndex("t", "i", "a"));
      Plan byHand =
          scratch.plan(raw("CREATE INDEX CONCURRENTLY i ON t (a)", "DROP INDEX CONCURRENTLY i"));
      assertThat(typed.steps()).allMatch(step -> step.part() == Part.APART);
      assertThat(byHand.steps()).allMatch(step -> step.part() == Part.APART);
      assertThat(byHand.steps().get(0).index()).isEqualTo("i");
    }
  }

  @Test
  @Rule({4, 19})
  void maintenanceIsNoPartOfARelease() throws Exception {
    try (Scratch scratch = new Scratch(TABLE)) {
      assertThat(locks(scratch, "t", "REINDEX TABLE t")).contains("ShareLock");
      assertThat(locks(scratch, "old", "REINDEX INDEX old")).contains("AccessExclusiveLock");
      refusesSql(scratch, "REINDEX TABLE t");
      String before = scratch.file("t");
      scratch.run("VACUUM FULL t");
      assertThat(scratch.file("t")).isNotEqualTo(before);
      refusesSql(scratch, "VACUUM FULL t");
      refusesSql(scratch, "CLUSTER t USING old");
    }
  }

  @Test
  @Rule(37)
  void anInvalidIndexIsNotTakenForTheIndex() throws Exception {
    try (Scratch scratch = new Scratch(TABLE)) {
      String build = "CREATE UNIQUE INDEX CONCURRENTLY %s twice ON t (b)";
      assertThat(failure(scratch, build.formatted(""))).isEqualTo("23505");
      scratch.run(build.formatted("IF NOT EXISTS"));
      assertThat(scratch.catalog().table("t").orElseThrow().index("twice").orElseThrow().valid())
          .as("the second try says nothing, and the index is still no good")
          .isFalse();
      refusesSql(scratch, build.formatted("IF NOT EXISTS"));
      scratch.run("DROP INDEX twice");
      Plan plan = scratch.plan(uniqueIndex("t", "twice", "b"));
      assertThat(plan.steps().get(0).up().get(0)).doesNotContain("IF NOT EXISTS");
      assertThat(plan.steps().get(0).index()).isEqualTo("twice");
      assertThat(new PlanRunner(scratch).upOrBack(plan).getSQLState()).isEqualTo("23505");
      assertThat(scratch.catalog().table("t").orElseThrow().index("twice")).isEmpty();
    }
  }

  @Test
  @Rule(44)
  void aWideIndexIsMentioned() throws Exception {
    // Hygiene: there is nothing that PostgreSQL would do wrong.
    try (Scratch scratch = new Scratch(TABLE)) {
      finds(scratch.plan(createIndex("t", "wide", "a", "b", "c", "d")), 44, Severity.INFO);
    }
  }
}
