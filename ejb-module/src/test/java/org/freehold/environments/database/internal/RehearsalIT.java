package org.freehold.environments.database.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.freehold.engine.migration.Fingerprint;
import org.freehold.engine.migration.LockLevel;
import org.freehold.engine.migration.Plan;
import org.freehold.environments.DryRun;
import org.freehold.environments.MigrationFailed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RehearsalIT {
  private Site site;

  @BeforeEach
  void makeOrders() throws SQLException {
    site = Orders.environment();
  }

  private String fingerprint() throws MigrationFailed {
    return Databases.read(site).fingerprint();
  }

  @Test
  void rehearsesOnACopyWithRows() throws Exception {
    DryRun run = Rehearsal.run(site, Databases.read(site).catalog(), Orders.plan());
    assertThat(run.reversible()).isTrue();
    assertThat(run.repeatable()).isTrue();
    assertThat(run.start()).isEqualTo(fingerprint());
    assertThat(run.sampled()).hasSize(2).allMatch(table -> table.rows() == 1000);
    assertThat(run.steps()).extracting(DryRun.StepTrial::lock).startsWith("AccessExclusiveLock");
    try (Connection superuser = EnvironmentServer.superuser()) {
      assertThat(
              Jdbc.number(
                  superuser, "select count(*) from pg_roles where rolname like 'scratch\\_%'"))
          .isZero();
    }
  }

  @Test
  void seesThatATableIsRewritten() throws Exception {
    Plan plan =
        Plans.of(
            Plans.sql(
                "orders",
                LockLevel.ACCESS_EXCLUSIVE,
                "ALTER TABLE \"orders\" ALTER COLUMN \"customer\" TYPE bigint",
                "ALTER TABLE \"orders\" ALTER COLUMN \"customer\" TYPE integer"),
            Plans.sql(
                "orders",
                LockLevel.ACCESS_EXCLUSIVE,
                "ALTER TABLE \"orders\" ALTER COLUMN \"amount\" TYPE numeric(12,2)",
                "ALTER TABLE \"orders\" ALTER COLUMN \"amount\" TYPE numeric(10,2)"));
    EnvironmentServer.run(site, "alter table orders drop column twice");
    DryRun run = Rehearsal.run(site, Databases.read(site).catalog(), plan);
    assertThat(run.steps().get(0).rewrittenTables()).containsExactly("orders");
    assertThat(run.steps().get(1).rewrittenTables()).isEmpty();
  }

  @Test
  void readsWhatItWrote() throws Exception {
    var catalog = Databases.read(site).catalog();
    assertThat(catalog.enums()).hasSize(1);
    assertThat(catalog.table("orders").orElseThrow().column("mood").orElseThrow().type())
        .isEqualTo("mood");
    assertThat(catalog.table("orders").orElseThrow().indexes())
        .allMatch(index -> !index.definition().contains(site.schema()));
    assertThat(Fingerprint.of(catalog)).startsWith("sha256:");
  }
}
