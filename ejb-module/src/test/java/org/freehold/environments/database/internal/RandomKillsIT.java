package org.freehold.environments.database.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.freehold.engine.migration.BundleGenerator;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.Change;
import org.freehold.engine.migration.Column;
import org.freehold.engine.migration.Identity;
import org.freehold.engine.migration.MigrationPlanner;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.Sql;
import org.freehold.engine.migration.Table;
import org.freehold.environments.MigrationFailed;
import org.freehold.environments.Progress;
import org.junit.jupiter.api.Test;

/**
 * Servers die by chance while they bring bundles by chance to schemas by chance, or take them back.
 * Who comes after them goes on to the very end that nobody's death would have led to, or back to
 * the very beginning. Long with -Pproof.
 */
class RandomKillsIT {
  private static final int ROUNDS =
      Integer.getInteger("freehold.rounds", Boolean.getBoolean("freehold.proof") ? 1_000 : 3);
  private static final long SEED = Long.getLong("freehold.seed", 20261139L);
  private static final int DEATHS = 3;

  @Test
  void whoComesAfterADeadServerGoesOnOrBack() throws Exception {
    int deaths = 0;
    List<Throwable> broken = new ArrayList<>();
    for (int round = 0; round < ROUNDS && broken.size() < 5; round++) {
      try {
        deaths += round(SEED + round);
      } catch (AssertionError | SQLException | MigrationFailed | RuntimeException e) {
        broken.add(new AssertionError("seed " + (SEED + round) + ": " + e.getMessage(), e));
      }
    }
    assertThat(broken).isEmpty();
    assertThat(deaths).as("deaths").isGreaterThan(ROUNDS);
  }

  /** Answers how many servers died. */
  private static int round(long seed) throws SQLException, MigrationFailed {
    Site site = EnvironmentServer.environment();
    try {
      BundleGenerator generator = new BundleGenerator(seed);
      Random random = new Random(seed);
      if (!fill(site, generator, random)) {
        return 0;
      }
      Catalog catalog = Databases.read(site).catalog();
      List<Change> changes = generator.bundle(catalog);
      if (changes.isEmpty()) {
        return 0;
      }
      Plan plan = MigrationPlanner.plan(catalog, changes, "r1");
      return new Killing(site, plan, BundleGenerator.varying(changes), random, changes.toString())
          .run(DEATHS);
    } finally {
      Databases.drop(site);
    }
  }

  private static boolean fill(Site site, BundleGenerator generator, Random random)
      throws SQLException, MigrationFailed {
    try {
      new PlanRunner(site, UUID.randomUUID(), Backfills.NONE, Progress.SILENT)
          .apply(MigrationPlanner.plan(Catalog.EMPTY, generator.schema(), "zero"));
    } catch (MigrationFailed e) {
      assertThat(e.code()).isEqualTo(MigrationFailed.STATEMENT_FAILED);
      return false;
    }
    Catalog catalog = Databases.read(site).catalog();
    List<String> inserts = new ArrayList<>(generator.rows(catalog));
    if (random.nextInt(3) == 0) {
      catalog.tables().forEach(table -> inserts.add(manyMore(table)));
    }
    try (Connection environment = Sessions.environment(site)) {
      for (String insert : inserts) {
        insert(environment, insert);
      }
    }
    return true;
  }

  /** So many that a backfill takes several batches. */
  private static String manyMore(Table table) {
    List<String> columns =
        table.columns().stream()
            .filter(one -> one.identity() == Identity.NONE && one.generatedSql() == null)
            .map(Column::name)
            .map(Sql::quote)
            .toList();
    String names = String.join(", ", columns);
    return columns.isEmpty()
        ? "select 1"
        : "insert into %s (%s) select %s from %s, generate_series(1, 600)"
            .formatted(Sql.quote(table.name()), names, names, Sql.quote(table.name()));
  }

  /** By chance some rows break a constraint: they stay out. */
  private static void insert(Connection environment, String sql) throws SQLException {
    try {
      Jdbc.run(environment, sql);
    } catch (SQLException e) {
      if (!e.getSQLState().matches("2[23].*|42804|428C9")) {
        throw e;
      }
    }
  }
}
