package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.freehold.launcher.FreeholdServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two servers on one database: each run happens once, and outlives the node that it is on. */
@Timeout(900)
class TwoNodesIT {
  private static final int FIRES = Boolean.getBoolean("freehold.proof") ? 400 : 100;
  private static final int SCHEDULES = 4;
  private static final int STEPS = 60;
  private static final Duration LONG = Duration.ofSeconds(180);
  private static final String SCHEDULED =
      " from tenant.job_run where job = 'rehearsal' and triggered_by = 'schedule'";

  private FreeholdServer first;
  private FreeholdServer second;
  private Fixtures fixtures;

  @BeforeEach
  void start() {
    first = node("-first", Map.of());
    second = node("-second", Installation.beside(first));
    fixtures =
        new Fixtures(
            first.url(), first.administratorEmail(), first.generatedPassword().orElseThrow());
  }

  private static FreeholdServer node(String name, Map<String, String> more) {
    Map<String, String> variables = new HashMap<>(more);
    variables.put("FREEHOLD_JOBS_LEASE_SECONDS", "15");
    variables.put("FREEHOLD_LIMITS_REQUESTS_PER_MINUTE", "6000");
    Path data = Installation.dataFolder(name);
    return Installation.start(data, false, variables);
  }

  @AfterEach
  void stop() {
    Stream.of(second, first).filter(node -> node != null).forEach(FreeholdServer::close);
  }

  @Test
  void aScheduleFiresOnceForEachOfItsTimesAndARunOutlivesItsNode() throws Exception {
    schedulesFireOnce();
    aRunOutlivesTheNodeThatItIsOn();
  }

  private void schedulesFireOnce() throws SQLException {
    Api api = fixtures.newTenant().api();
    List<String> schedules = new ArrayList<>();
    for (int i = 0; i < SCHEDULES; i++) {
      schedules.add(
          api.post(
                  "/api/jobs/schedules",
                  "{\"job\":\"rehearsal\",\"cron\":\"* * * * * *\","
                      + "\"parameters\":{\"steps\":1,\"pause_ms\":0}}")
              .is(201)
              .place());
    }
    try (Connection database = first.database().administrator().connect()) {
      Await.until(LONG, () -> count(database, "select count(*)" + SCHEDULED), n -> n >= FIRES);
      schedules.forEach(place -> api.patch(place, Body.of("enabled", false)).is(200));
      Await.until(
          LONG,
          () -> count(database, "select count(*)" + SCHEDULED + " and ended_at is null"),
          open -> open == 0);
      eachHappenedOnce(database);
    }
  }

  /** As our rows, the runs' own words and the batch runtime's repository tell. */
  private static void eachHappenedOnce(Connection database) {
    long runs = count(database, "select count(*)" + SCHEDULED);
    assertThat(runs).isGreaterThanOrEqualTo(FIRES);
    assertThat(count(database, "select count(distinct (schedule_id, fire_at))" + SCHEDULED))
        .isEqualTo(runs);
    assertThat(
            count(
                database,
                "select count(*)" + SCHEDULED + " and status = 'completed' and executions = 1"))
        .isEqualTo(runs);
    String ofThem = " where run_id in (select id" + SCHEDULED + ")";
    String log = "select count(*) from tenant.job_run_log" + ofThem + " and message ";
    assertThat(count(database, log + "like 'Started on %'")).isEqualTo(runs);
    assertThat(count(database, log + "= 'Completed'")).isEqualTo(runs);
    assertThat(count(database, "select sum(done) from tenant.job_run_part" + ofThem))
        .isEqualTo(runs);
  }

  private void aRunOutlivesTheNodeThatItIsOn() throws IOException {
    TestTenant tenant = fixtures.newTenant();
    String request = "{\"parameters\":{\"steps\":" + STEPS + ",\"pause_ms\":200}}";
    String run = tenant.api().post("/api/jobs/rehearsal/runs", request).is(202).id();
    String place = "/api/jobs/runs/" + run;
    Await.until(LONG, () -> done(tenant.api().get(place)), done -> done >= 5);
    FreeholdServer owner = hasBegun(first, run) ? first : second;
    FreeholdServer other = owner == first ? second : first;
    assertThat(hasBegun(owner, run)).isTrue();
    assertThat(hasBegun(other, run)).isFalse();
    ProcessHandle victim = owner.serverProcess().orElseThrow();
    victim.destroyForcibly();
    assertThat(victim.onExit()).succeedsWithin(Duration.ofSeconds(20));
    Api api =
        Api.at(other.url()).in(tenant.slug()).signedIn(tenant.owner().email(), TestTenant.PASSWORD);
    Answer ended =
        Await.until(LONG, () -> api.get(place).is(200), answer -> !answer.isNull("ended_at"));
    assertThat(ended.string("status")).as(ended.text()).isEqualTo("completed");
    assertThat(ended.json().getInt("executions")).isEqualTo(2);
    assertThat(done(ended)).isEqualTo(STEPS);
    assertThat(ended.json().getJsonObject("counts").getInt("steps")).isEqualTo(STEPS);
    assertThat(hasBegun(other, run)).isTrue();
  }

  private static int done(Answer run) {
    return run.is(200).json().getJsonObject("progress").getInt("done");
  }

  private static boolean hasBegun(FreeholdServer node, String run) throws IOException {
    return Files.readString(node.folder().log().resolve("server.log"))
        .contains("Run " + run + " of rehearsal begins");
  }

  private static long count(Connection database, String sql) {
    try {
      return Long.parseLong(Database.texts(database, sql).get(0));
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
