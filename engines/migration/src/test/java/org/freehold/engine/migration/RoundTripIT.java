package org.freehold.engine.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.freehold.engine.migration.postgres.PlanRunner;
import org.freehold.engine.migration.postgres.Scratch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation, up and down on rows: the same schema and the same rows as before. */
class RoundTripIT {
  @ParameterizedTest
  @MethodSource("org.freehold.engine.migration.Bundles#all")
  void downGivesBackWhatUpChanged(List<Change> changes) throws Exception {
    try (Scratch shop = new Scratch(Bundles.SHOP)) {
      Catalog before = shop.catalog();
      List<String> customers = shop.rows("SELECT * FROM customer ORDER BY id");
      List<String> orders = shop.rows("SELECT * FROM orders ORDER BY id");
      Plan plan = MigrationPlanner.plan(before, changes, "r1");
      assertThat(plan.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
      PlanRunner runner = new PlanRunner(shop);
      runner.up(plan);
      Catalog after = shop.catalog();
      if (!(changes.get(0) instanceof Backfill)) {
        assertThat(Fingerprint.differences(before, after)).isNotEmpty();
      }
      runner.down(plan);
      assertThat(Fingerprint.differences(before, shop.catalog())).isEmpty();
      assertThat(shop.rows("SELECT * FROM customer ORDER BY id")).isEqualTo(customers);
      assertThat(shop.rows("SELECT * FROM orders ORDER BY id")).isEqualTo(orders);
      runner.up(plan);
      assertThat(Fingerprint.differences(after, shop.catalog())).isEmpty();
    }
  }
}
