package org.freehold.environments.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.freehold.engine.migration.LockLevel;
import org.freehold.engine.migration.Plan;
import org.freehold.environments.LossPreview;
import org.freehold.environments.MigrationFailed;
import org.freehold.environments.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TombstonesIT {
  private final UUID deployment = UUID.randomUUID();
  private Site site;

  @BeforeEach
  void makeOrders() throws SQLException {
    site = Orders.environment();
  }

  private PlanRunner runner() {
    return new PlanRunner(site, deployment, Backfills.NONE, Progress.SILENT);
  }

  private String fingerprint() throws MigrationFailed {
    return Databases.read(site).fingerprint();
  }

  private void aMonthPasses() throws SQLException {
    try (Connection keeper = Sessions.keeper(site)) {
      Jdbc.update(
          keeper,
          "update freehold_releases.tombstone set seen_at = seen_at - interval '31 days'"
              + " where environment = ?",
          site.name());
    }
  }

  @Test
  void dropsTombstonesWhenTheirTimeIsOver() throws Exception {
    runner().apply(Orders.plan());
    String fingerprint = fingerprint();
    assertThat(Tombstones.dropOlder(site, 30)).isEmpty();
    aMonthPasses();
    assertThat(Tombstones.dropOlder(site, 30)).containsExactly("orders._retired_r1_mood");
    assertThat(fingerprint()).isEqualTo(fingerprint);
    assertThat(Losses.preview(site, deployment, Orders.plan()).window())
        .isEqualTo(LossPreview.Window.PAST);
  }

  @Test
  void leavesAloneWhatIsOnlyNamedLikeATombstone() throws Exception {
    EnvironmentServer.run(
        site,
        "create table \"_retired_by_us\" (id int)",
        "alter table customers add column \"_retired_too\" text");
    runner().apply(Orders.plan());
    assertThat(Tombstones.dropOlder(site, 30)).isEmpty();
    aMonthPasses();
    assertThat(Tombstones.dropOlder(site, 30)).containsExactly("orders._retired_r1_mood");
    assertThat(EnvironmentServer.text(site, "select count(*) from \"_retired_by_us\""))
        .isEqualTo("0");
    assertThat(EnvironmentServer.text(site, "select count(\"_retired_too\") from customers"))
        .isEqualTo("0");
  }

  @Test
  void isCleanedWhileNobodyWorksOnIt() throws Exception {
    runner().apply(Orders.plan());
    aMonthPasses();
    try (AutoCloseable deployment = EnvironmentLock.take(site).orElseThrow()) {
      assertThat(deployment).isNotNull();
      assertThat(Databases.clean(site, 30, 30))
          .containsExactly("Left for the next night: a deployment is at work");
    }
    assertThat(Databases.clean(site, 30, 30)).containsExactly("Dropped orders._retired_r1_mood");
    EnvironmentLock.take(site).orElseThrow().close();
  }

  @Test
  void whatIsDroppedAgainAfterAnUndoIsKeptAsLongAgain() throws Exception {
    runner().apply(Orders.plan());
    aMonthPasses();
    runner().undo(Orders.plan());
    new PlanRunner(site, UUID.randomUUID(), Backfills.NONE, Progress.SILENT).apply(Orders.plan());
    assertThat(Tombstones.dropOlder(site, 30)).isEmpty();
    aMonthPasses();
    assertThat(Tombstones.dropOlder(site, 30)).containsExactly("orders._retired_r1_mood");
  }

  @Test
  void keepsItsTimeWhenItsTableIsRenamed() throws Exception {
    runner().apply(Orders.plan());
    aMonthPasses();
    EnvironmentServer.run(site, "alter table orders rename to purchases");
    assertThat(Tombstones.dropOlder(site, 30)).containsExactly("purchases._retired_r1_mood");
  }

  @Test
  void keepsItsTimeInATableThatIsDroppedAndComesBack() throws Exception {
    runner().apply(Orders.plan());
    aMonthPasses();
    Plan drop =
        Plans.of(
            Plans.sql(
                "orders",
                LockLevel.ACCESS_EXCLUSIVE,
                "ALTER TABLE \"orders\" RENAME TO \"_retired_r2_orders\"",
                "ALTER TABLE \"_retired_r2_orders\" RENAME TO \"orders\""));
    PlanRunner later = new PlanRunner(site, UUID.randomUUID(), Backfills.NONE, Progress.SILENT);
    later.apply(drop);
    later.undo(drop);
    assertThat(Tombstones.dropOlder(site, 30)).containsExactly("orders._retired_r1_mood");
  }

  @Test
  void dropsWhatAPlanLeftThatFailedHalfway() throws Exception {
    Plan failing =
        Plans.of(
            Orders.plan().steps().get(1),
            Plans.apart("orders", LockLevel.SHARE_UPDATE_EXCLUSIVE, "select 1 / 0", "select 1"));
    MigrationFailed failure =
        catchThrowableOfType(MigrationFailed.class, () -> runner().apply(failing));
    assertThat(failure.step()).isEqualTo(2);
    aMonthPasses();
    assertThat(Tombstones.dropOlder(site, 30)).containsExactly("orders._retired_r1_mood");
  }
}
