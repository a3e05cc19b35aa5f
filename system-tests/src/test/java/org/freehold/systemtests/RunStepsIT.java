package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The runs of a tenant are stopped, restarted from their checkpoint and given up. */
class RunStepsIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String SLOW = "{\"parameters\":{\"steps\":40,\"pause_ms\":300}}";

  private static TestTenant tenant;

  @BeforeAll
  static void fill() {
    tenant = Fixtures.tenant();
  }

  @Test
  void aStoppedRunGoesOnFromItsCheckpoint() {
    String place = start(SLOW);
    Await.until(SOON, () -> done(place), done -> done >= 3);
    assertThat(tenant.api().post(place + "/stop").is(202).string("status")).isEqualTo("stopping");
    tenant.api().post(place + "/restart").isProblem(409, "run_not_restartable");
    tenant.api().post(place + "/abandon").isProblem(409, "run_not_abandonable");
    Answer stopped = awaitStatus(place, "stopped");
    assertThat(progress(stopped).getInt("done")).isBetween(3, 39);
    assertThat(tenant.api().post(place + "/restart").is(202).string("status")).isEqualTo("queued");
    Answer completed = awaitStatus(place, "completed");
    assertThat(completed.json().getInt("executions")).isEqualTo(2);
    assertThat(progress(completed).getInt("done")).isEqualTo(40);
    assertThat(progress(completed).getInt("percent")).isEqualTo(100);
    assertThat(completed.json().getJsonObject("counts").getInt("steps")).isEqualTo(40);
  }

  @Test
  void aFailedRunTellsWhyAndGoesOnAfterARestart() {
    String place = start("{\"parameters\":{\"steps\":6,\"pause_ms\":0,\"fail_at\":4}}");
    Answer failed = awaitStatus(place, "failed");
    assertThat(failed.string("error")).contains("Asked to fail at step 4");
    assertThat(progress(failed).getInt("done")).isEqualTo(3);
    assertThat(tenant.api().get(place + "/logs").is(200).each("level")).contains("error");
    tenant.api().post(place + "/stop").isProblem(409, "run_not_running");
    tenant.api().post(place + "/restart").is(202);
    assertThat(progress(awaitStatus(place, "completed")).getInt("done")).isEqualTo(6);
  }

  @Test
  void anAbandonedRunNeverGoesOn() {
    String place = start("{\"parameters\":{\"steps\":2,\"pause_ms\":0,\"fail_at\":1}}");
    awaitStatus(place, "failed");
    assertThat(tenant.api().post(place + "/abandon").is(202).string("status"))
        .isEqualTo("abandoned");
    tenant.api().post(place + "/restart").isProblem(409, "run_not_restartable");
  }

  @Test
  void wrongParametersAreRefusedAtTheirPlace() {
    Api api = tenant.api();
    assertThat(
            api.post("/api/jobs/rehearsal/runs", "{\"parameters\":{\"steps\":0}}")
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/parameters/steps range");
    assertThat(
            api.post("/api/jobs", "{\"name\":\"rehearsal\",\"parameters\":{\"pause_ms\":\"long\"}}")
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/parameters/pause_ms range");
  }

  @Test
  void whoMayNotAndWhoIsElsewhereIsRefused() {
    String place = start("{\"parameters\":{\"steps\":1,\"pause_ms\":0}}");
    assertThat(
            tenant
                .as("viewer")
                .post("/api/jobs/rehearsal/runs", "{}")
                .isProblem(403, "permission_required")
                .string("permission"))
        .isEqualTo("jobs:write");
    Api stranger = Fixtures.tenant().api();
    stranger.get(place).isProblem(404, "not_found");
    stranger.get(place + "/logs").isProblem(404, "not_found");
    stranger.post(place + "/stop").isProblem(404, "not_found");
    Fixtures.operator().get(place).isProblem(404, "not_found");
  }

  @Test
  void theTrailTellsWhoStartedAndStopped() {
    String place = start(SLOW);
    String id = place.substring(place.lastIndexOf('/') + 1);
    tenant.api().post(place + "/stop").is(202);
    awaitStatus(place, "stopped");
    assertThat(tenant.api().get("/api/audit-logs?resource_id=" + id).is(200).each("action"))
        .contains("job.started", "job.stopped");
  }

  private static String start(String request) {
    return tenant.api().post("/api/jobs/rehearsal/runs", request).is(202).place();
  }

  private static Answer awaitStatus(String place, String status) {
    Answer last =
        Await.until(
            SOON,
            () -> tenant.api().get(place).is(200),
            run -> run.string("status").equals(status));
    assertThat(last.string("status")).as(last.text()).isEqualTo(status);
    return last;
  }

  private static int done(String place) {
    return progress(tenant.api().get(place).is(200)).getInt("done");
  }

  private static JsonObject progress(Answer run) {
    return run.json().getJsonObject("progress");
  }
}
