package org.freehold.engine.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.freehold.engine.migration.postgres.PlanRunner;
import org.freehold.engine.migration.postgres.Scratch;
import org.junit.jupiter.api.Test;

/**
 * Up and down gives back schema and rows, for bundles by chance on schemas by chance; when a step
 * fails on the way up, so does the undo of what was done. Long with -Pproof.
 */
class RandomBundlesIT {
  private static final int ROUNDS =
      Integer.getInteger("freehold.rounds", Boolean.getBoolean("freehold.proof") ? 3_000 : 40);
  private static final long SEED = Long.getLong("freehold.seed", 20261121L);

  @Test
  void downGivesBackWhatUpChanged() throws Exception {
    int whole = 0;
    List<Throwable> broken = new ArrayList<>();
    for (int round = 0; round < ROUNDS && broken.size() < 5; round++) {
      try {
        whole += round(SEED + round) ? 1 : 0;
      } catch (AssertionError | SQLException | RuntimeException e) {
        broken.add(new AssertionError("seed " + (SEED + round) + ": " + e.getMessage(), e));
      }
    }
    assertThat(broken).isEmpty();
    assertThat(whole).as("bundles that ran to their end").isGreaterThan(ROUNDS / 2);
  }

  private static boolean round(long seed) throws SQLException {
    BundleGenerator generator = new BundleGenerator(seed);
    try (Scratch scratch = new Scratch()) {
      PlanRunner runner = new PlanRunner(scratch);
      Plan first = MigrationPlanner.plan(Catalog.EMPTY, generator.schema(), "zero");
      if (runner.upOrBack(first) != null) {
        assertThat(scratch.catalog()).as("seed " + seed).isEqualTo(Catalog.EMPTY);
        return false;
      }
      for (String insert : generator.rows(scratch.catalog())) {
        insert(scratch, insert);
      }
      Catalog before = scratch.catalog();
      Map<String, List<String>> rows = rows(scratch, before);
      List<Change> changes = generator.bundle(before);
      if (changes.isEmpty()) {
        return false;
      }
      Plan plan = MigrationPlanner.plan(before, changes, "r1");
      SQLException failure = runner.upOrBack(plan);
      String end = scratch.fingerprint();
      if (failure == null) {
        runner.down(plan);
      }
      String about = "seed " + seed + " " + changes + " " + failure;
      assertThat(Fingerprint.differences(before, scratch.catalog())).as(about).isEmpty();
      assertThat(rows(scratch, before)).as(about).isEqualTo(rows);
      if (failure == null) {
        runner.up(plan);
        assertThat(scratch.fingerprint()).as(about).isEqualTo(end);
      }
      return failure == null;
    }
  }

  /** By chance some rows break a constraint: they stay out. */
  private static void insert(Scratch scratch, String sql) throws SQLException {
    try {
      scratch.run(sql);
    } catch (SQLException e) {
      if (!e.getSQLState().matches("2[23].*|42804|428C9")) {
        throw e;
      }
    }
  }

  private static Map<String, List<String>> rows(Scratch scratch, Catalog catalog)
      throws SQLException {
    Map<String, List<String>> rows = new TreeMap<>();
    for (Table table : catalog.tables()) {
      String columns =
          String.join(", ", table.columns().stream().map(c -> Sql.quote(c.name())).toList());
      rows.put(
          table.name(),
          scratch.rows("SELECT " + columns + " FROM " + Sql.quote(table.name()) + " ORDER BY id"));
    }
    return rows;
  }
}
