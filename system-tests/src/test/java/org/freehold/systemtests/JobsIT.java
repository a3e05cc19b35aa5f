package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Jobs are started, watched and planned over HTTP. */
class JobsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Api operator = Fixtures.operator();

  @Test
  void aJobIsStartedAndRunsToItsEnd() {
    Answer started = operator.post("/api/jobs", Body.of("name", "housekeeping")).is(202);
    assertThat(started.string("status")).isEqualTo("queued");
    assertThat(started.place()).isEqualTo("/api/jobs/runs/" + started.id());
    Await.until(
        PATIENCE,
        () -> operator.get(started.place()).is(200).string("status").equals("completed"),
        Boolean::booleanValue);
    Answer ended = operator.get(started.place());
    assertThat(ended.json().getInt("executions")).isEqualTo(1);
    assertThat(ended.string("node")).isNotBlank();
    assertThat(ended.json().getJsonObject("started_by").getString("type")).isEqualTo("user");
    assertThat(operator.get(started.place() + "/logs").is(200).each("message"))
        .last()
        .isEqualTo("Completed");
    assertThat(operator.get("/api/jobs/runs?job=housekeeping&status=completed").is(200).each("id"))
        .contains(started.id());
    assertThat(operator.get("/api/jobs").is(200).each("name")).contains("housekeeping");
  }

  @Test
  void aRunIsStreamedUntilItHasEnded() throws IOException {
    String run = operator.post("/api/jobs/housekeeping/runs", "{}").is(202).id();
    HttpResponse<InputStream> stream = operator.stream("/api/jobs/runs/" + run + "/events");
    assertThat(stream.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      List<String> all = lines.lines().toList();
      assertThat(all).contains("event: run");
      assertThat(all.stream().filter(line -> line.startsWith("data: ")).reduce((a, b) -> b))
          .hasValueSatisfying(last -> assertThat(last).contains("\"status\":\"completed\""));
    }
  }

  @Test
  void whatHasEndedIsNeitherStoppedNorRestarted() {
    String place = operator.post("/api/jobs/housekeeping/runs", "{}").is(202).place();
    Await.until(
        PATIENCE,
        () -> operator.get(place).string("status").equals("completed"),
        Boolean::booleanValue);
    operator.post(place + "/stop").isProblem(409, "run_not_running");
    operator.post(place + "/restart").isProblem(409, "run_not_restartable");
    operator.post(place + "/abandon").isProblem(409, "run_not_abandonable");
  }

  @Test
  void aScheduleStartsTheJobByItself() {
    Answer schedule =
        operator
            .post("/api/jobs/schedules", Body.of("job", "housekeeping", "cron", "*/1 * * * * *"))
            .is(201);
    String place = schedule.place();
    try {
      Await.until(
          PATIENCE,
          () -> !operator.get(place).is(200).isNull("last_run_id"),
          Boolean::booleanValue);
      String run = operator.get(place).string("last_run_id");
      assertThat(operator.get("/api/jobs/runs/" + run).is(200).string("trigger"))
          .isEqualTo("schedule");
      Answer off = operator.patch(place, Body.of("enabled", false)).is(200);
      assertThat(off.isNull("next_fire_at")).isTrue();
    } finally {
      operator.delete(place).is(204);
    }
    operator.get(place).isProblem(404, "not_found");
    // What it began takes away what other tests make.
    Await.until(
        PATIENCE,
        () -> operator.get("/api/jobs/runs?job=housekeeping").is(200).each("status"),
        seen -> !seen.contains("queued") && !seen.contains("running"));
  }

  /** As it does when it fires: that is nobody's change, and in nobody's way. */
  @Test
  void whoChangesAScheduleWaitsUntilItHasFired() throws Exception {
    Answer schedule =
        operator
            .post("/api/jobs/schedules", Body.of("job", "housekeeping", "cron", "0 3 1 1 *"))
            .is(201);
    try (Connection superuser = Database.asAdministrator()) {
      superuser.setAutoCommit(false);
      Database.run(
          superuser,
          "update tenant.job_schedule set version = version + 1, last_fire_at = now() where id = '"
              + schedule.id()
              + "'");
      CompletableFuture<Answer> changed =
          CompletableFuture.supplyAsync(
              () -> operator.patch(schedule.place(), Body.of("enabled", false)));
      assertThatThrownBy(() -> changed.get(1, TimeUnit.SECONDS))
          .isInstanceOf(TimeoutException.class);
      superuser.commit();
      Answer answer = changed.get(30, TimeUnit.SECONDS).is(200);
      assertThat(answer.json().getBoolean("enabled")).isFalse();
      assertThat(answer.isNull("last_fire_at")).isFalse();
    } finally {
      operator.delete(schedule.place()).is(204);
    }
  }

  @Test
  void aWrongScheduleIsRefusedAtItsPlace() {
    assertThat(
            operator
                .post("/api/jobs/schedules", Body.of("job", "housekeeping", "cron", "never"))
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/cron cron");
    assertThat(
            operator
                .post(
                    "/api/jobs/schedules",
                    Body.of("job", "housekeeping", "cron", "0 3 * * *", "zone", "Mars/Olympus"))
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/zone zone");
  }

  @Test
  void aParameterThatTheJobDoesNotTakeIsRefused() {
    assertThat(
            operator
                .post("/api/jobs/housekeeping/runs", "{\"parameters\":{\"speed\":9}}")
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/parameters/speed unknown");
    operator.post("/api/jobs/no-such-job/runs", "{}").isProblem(404, "not_found");
  }

  @Test
  void aTenantKnowsNothingOfThePlatformsJobs() {
    TestTenant tenant = Fixtures.tenant();
    assertThat(tenant.api().get("/api/jobs").is(200).each("name")).doesNotContain("housekeeping");
    tenant.api().post("/api/jobs/housekeeping/runs", "{}").isProblem(404, "not_found");
    assertThat(
            tenant
                .as("viewer")
                .get("/api/jobs")
                .isProblem(403, "permission_required")
                .string("permission"))
        .isEqualTo("jobs:read");
  }
}
