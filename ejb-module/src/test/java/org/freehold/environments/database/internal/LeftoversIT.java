package org.freehold.environments.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.freehold.engine.migration.LockLevel;
import org.freehold.engine.migration.Plan;
import org.freehold.environments.JournalState;
import org.freehold.environments.MigrationFailed;
import org.freehold.environments.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a server that died without a word left open in an environment. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LeftoversIT {
  private static final String ADD = "ALTER TABLE \"carts\" ADD COLUMN \"note\" text";
  private static final Plan PLAN =
      Plans.of(
          Plans.sql(
              "carts",
              LockLevel.ACCESS_EXCLUSIVE,
              ADD,
              "ALTER TABLE \"carts\" DROP COLUMN \"note\""),
          Plans.sql(
              "carts",
              LockLevel.ACCESS_EXCLUSIVE,
              "ALTER TABLE \"carts\" ADD COLUMN \"more\" text",
              "ALTER TABLE \"carts\" DROP COLUMN \"more\""));

  private final UUID deployment = UUID.randomUUID();

  private static PlanRunner runner(Site site, UUID deployment) {
    return new PlanRunner(site, deployment, Backfills.NONE, Progress.SILENT);
  }

  /** Of those who change the environment. */
  private static String open(Site site) throws SQLException {
    try (Connection superuser = EnvironmentServer.superuser()) {
      return Jdbc.text(
          superuser,
          "select count(*)::text from pg_stat_activity where usename = ? and application_name = ?",
          site.role(),
          Sessions.APPLICATION);
    }
  }

  /** The number of the first statement after the first change of the table. */
  private static int afterTheFirstChange(Site site) throws SQLException, MigrationFailed {
    UUID tried = UUID.randomUUID();
    try (MortalServer living = new MortalServer(null)) {
      runner(living.reach(site), tried).apply(PLAN);
      List<String> said = List.copyOf(living.said());
      runner(living.reach(site), tried).undo(PLAN);
      int change = said.stream().map(String::trim).toList().indexOf(ADD);
      assertThat(change).isNotNegative();
      return change + 2;
    }
  }

  @Test
  void isEndedSoThatItsLocksHoldNobodyUp() throws Exception {
    Site site = EnvironmentServer.environment();
    EnvironmentServer.run(site, "create table carts (id bigint primary key)");
    Death silent = new Death(afterTheFirstChange(site), Death.Way.SILENTLY);
    try (MortalServer dead = new MortalServer(silent)) {
      assertThatThrownBy(() -> runner(dead.reach(site), deployment).apply(PLAN))
          .isInstanceOf(MigrationFailed.class);
      assertThat(open(site)).as("holds the table").isEqualTo("1");
      runner(site, deployment).apply(PLAN);
      assertThat(Databases.journal(site, deployment).state()).isEqualTo(JournalState.State.APPLIED);
      assertThat(open(site)).isEqualTo("0");
    } finally {
      Databases.drop(site);
    }
  }

  @Test
  void isNoticedWhenItsHostIsSilent() throws Exception {
    Site site = EnvironmentServer.environment();
    try (Connection keeper = Sessions.keeper(site);
        Connection environment = Sessions.environment(site)) {
      for (Connection one : List.of(keeper, environment)) {
        assertThat(Jdbc.text(one, "show tcp_keepalives_idle")).isEqualTo("15");
        assertThat(Jdbc.text(one, "show tcp_keepalives_interval")).isEqualTo("5");
        assertThat(Jdbc.text(one, "show tcp_keepalives_count")).isEqualTo("3");
        assertThat(Jdbc.text(one, "show tcp_user_timeout")).isEqualTo("30000");
      }
    } finally {
      Databases.drop(site);
    }
  }
}
