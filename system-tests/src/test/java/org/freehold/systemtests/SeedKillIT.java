package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.freehold.launcher.FreeholdServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Kills the server in the middle of a large seed. */
@Timeout(1_200)
@OwnServers
class SeedKillIT {
  /** The long form, with -Pproof, is the largest seed that there is, and kills it three times. */
  private static final boolean PROOF = Boolean.getBoolean("freehold.proof");

  private static final int PROJECTS = PROOF ? 10_000 : 1_000;
  private static final int TASKS = PROOF ? 100 : 60;
  private static final int KILLS = PROOF ? 3 : 1;
  private static final int FILES = 60;
  private static final Duration LONG = Duration.ofMinutes(PROOF ? 15 : 3);
  private static final String SEEDED =
      " where tenant_id = (select id from control.tenant where slug = 'killed')";
  private static final String CHUNKS =
      "select count(*)::text from tenant.audit_event where action = 'demo_data.seeded'";

  @Test
  void aSeedGoesOnAfterItsServerWasKilledAndWritesEachRowOnce() throws SQLException {
    String place = start(KilledInstallation.operator());
    FreeholdServer server = KilledInstallation.server();
    for (int kill = 0; kill < KILLS; kill++) {
      killAfterSomeChunks(server, (kill + 1) * PROJECTS / 25 / (KILLS + 2));
      server = KilledInstallation.startAgain();
    }
    Api operator = KilledInstallation.operator();
    JsonObject last = Await.until(LONG, () -> operator.get(place).is(200).json(), Seeds::hasEnded);
    assertThat(last.getString("status")).as(last.toString()).isEqualTo("completed");
    assertThat(last.getInt("executions")).isGreaterThan(1);
    assertThat(Seeds.count(last, "projects")).isEqualTo(PROJECTS);
    assertThat(Seeds.count(last, "tasks")).isEqualTo(PROJECTS * TASKS);
    assertThat(Seeds.count(last, "files")).isEqualTo(FILES);
    assertThat(last.getJsonObject("progress").getInt("done")).isEqualTo(PROJECTS * (1 + TASKS));
    everyRowIsThereOnce(server);
  }

  private static String start(Api operator) {
    return operator
        .post(
            Seeds.SEED,
            Body.of(
                "tenant_slug",
                "killed",
                "num_projects",
                PROJECTS,
                "tasks_per_project",
                TASKS,
                "partitions",
                2))
        .is(202)
        .place();
  }

  private static void killAfterSomeChunks(FreeholdServer server, int chunks) throws SQLException {
    try (Connection connection = server.database().administrator().connect()) {
      int before = count(connection, CHUNKS);
      int seen =
          Await.until(
              LONG, () -> quietly(connection), found -> found >= Math.max(before + 1, chunks));
      KilledInstallation.kill();
      assertThat(seen).isBetween(Math.max(before + 1, chunks), PROJECTS / 25 - 1);
    }
  }

  private static int quietly(Connection connection) {
    try {
      return count(connection, CHUNKS);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int count(Connection connection, String sql) throws SQLException {
    return Integer.parseInt(Database.texts(connection, sql).get(0));
  }

  private static void everyRowIsThereOnce(FreeholdServer server) throws SQLException {
    try (Connection connection = server.database().administrator().connect()) {
      List<String> perProject =
          Database.texts(
              connection,
              "select count(*) || ' of ' || tasks from (select count(t.id) as tasks from tenant.project p left join tenant.task t on t.tenant_id = p.tenant_id and t.project_id = p.id"
                  + SEEDED.replace("tenant_id", "p.tenant_id")
                  + " group by p.id) as each_project group by tasks");
      assertThat(perProject).containsExactly(PROJECTS + " of " + TASKS);
      assertThat(
              count(connection, "select count(distinct name)::text from tenant.project" + SEEDED))
          .isEqualTo(PROJECTS);
      assertThat(
              count(
                  connection,
                  "select count(*)::text from tenant.message where type = 'admin.demo_seed.completed'"))
          .isEqualTo(1);
      assertThat(
              count(
                  connection,
                  "select count(*)::text from tenant.message where type = 'notification.welcome'"))
          .isEqualTo(40);
      assertThat(count(connection, "select count(distinct name)::text from tenant.file" + SEEDED))
          .isEqualTo(FILES);
      assertThat(count(connection, "select sum(files)::text from tenant.file_usage" + SEEDED))
          .isEqualTo(FILES);
    }
  }
}
