package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freehold.systemtests.Seeds.count;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A seed in four parts, and with -Pproof the largest that there is: a million tasks. Every figure
 * of the run is compared with the rows, with the API and with the audit trail.
 */
@Timeout(1_800)
class LargeSeedIT {
  private static final boolean PROOF = Boolean.getBoolean("freehold.proof");
  private static final int PROJECTS = PROOF ? 10_000 : 210;
  private static final int TASKS = PROOF ? 100 : 10;
  private static final int PARTITIONS = 4;
  private static final int CHUNK = 25;
  private static final int FILES = 60;
  private static final Duration LONG = Duration.ofMinutes(PROOF ? 25 : 2);

  private final Api operator = Fixtures.operator();
  private final String slug = Fixtures.unique("large");

  @Test
  void everyRowIsThereOnceAndEveryFigureSaysSo() throws SQLException, IOException {
    JsonObject run = Seeds.ended(operator, start(), LONG);
    assertThat(count(run, "projects")).isEqualTo(PROJECTS);
    assertThat(count(run, "tasks")).isEqualTo(PROJECTS * TASKS);
    assertThat(count(run, "files")).isEqualTo(FILES);
    assertThat(count(run, "users")).isEqualTo(40);
    assertThat(count(run, "teams")).isEqualTo(12);
    assertThat(run.getJsonObject("progress").getInt("done")).isEqualTo(PROJECTS * (1 + TASKS));
    try (Connection connection = Database.asAdministrator()) {
      theRowsAreExact(connection);
      theTrailHasEveryChunk(connection);
      if (PROOF) {
        tell(run, connection);
      }
    }
    theOverviewCountsThem();
  }

  private Answer start() {
    return operator
        .post(
            Seeds.SEED,
            Body.of(
                "tenant_slug",
                slug,
                "num_projects",
                PROJECTS,
                "tasks_per_project",
                TASKS,
                "partitions",
                PARTITIONS))
        .is(202);
  }

  private void theRowsAreExact(Connection connection) throws SQLException {
    assertThat(
            Database.texts(
                connection,
                ("select count(*) || ' of ' || tasks from (select count(t.id) as tasks"
                        + " from tenant.project p left join tenant.task t"
                        + " on t.tenant_id = p.tenant_id and t.project_id = p.id"
                        + " where p.%s group by p.id) as each_project group by tasks")
                    .formatted(here())))
        .containsExactly(PROJECTS + " of " + TASKS);
    assertThat(
            Database.texts(
                connection,
                "select count(distinct name) || '' from tenant.project where " + here()))
        .containsExactly(Integer.toString(PROJECTS));
    assertThat(
            Database.texts(connection, "select files || '' from tenant.file_usage where " + here()))
        .containsExactly(Integer.toString(FILES));
  }

  /** Each part has chunks of its own, the last of which may be shorter; files have one event. */
  private void theTrailHasEveryChunk(Connection connection) throws SQLException {
    int chunks = 0;
    for (int part = 0; part < PARTITIONS; part++) {
      int projects = PROJECTS * (part + 1) / PARTITIONS - PROJECTS * part / PARTITIONS;
      chunks += (projects + CHUNK - 1) / CHUNK;
    }
    List<String> found =
        Database.texts(
            connection,
            "select count(*) || '' from tenant.audit_event where action = 'demo_data.seeded' and "
                + here());
    assertThat(found).containsExactly(Integer.toString(chunks + 1));
  }

  private String here() {
    return "tenant_id = (select id from control.tenant where slug = '" + slug + "')";
  }

  private void theOverviewCountsThem() {
    JsonObject overview = Seeds.member(slug, "admin").get("/api/overview").is(200).json();
    assertThat(overview.getJsonObject("projects").getInt("total")).isEqualTo(PROJECTS);
    assertThat(overview.getJsonObject("tasks").getInt("total")).isEqualTo(PROJECTS * TASKS);
    assertThat(overview.getJsonObject("files").getInt("count")).isEqualTo(FILES);
  }

  private static void tell(JsonObject run, Connection connection) throws SQLException, IOException {
    double seconds =
        Duration.between(
                    Instant.parse(run.getString("started_at")),
                    Instant.parse(run.getString("ended_at")))
                .toMillis()
            / 1e3;
    Path status = Path.of("/proc", Long.toString(Installation.process().pid()), "status");
    String peak =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .findFirst()
            .orElse("");
    String size =
        Database.texts(connection, "select pg_size_pretty(pg_database_size(current_database()))")
            .get(0);
    System.out.printf(
        "%d rows in %.1f s, %.0f in a second; server %s; database %s%n",
        PROJECTS * (1 + TASKS), seconds, PROJECTS * (1 + TASKS) / seconds, peak, size);
  }
}
