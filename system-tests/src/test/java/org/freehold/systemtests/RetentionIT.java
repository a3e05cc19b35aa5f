package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** For how long data is kept, and what holds keep longer. */
class RetentionIT {
  private static final String RETENTION = "/api/compliance/retention";
  private static final String TRAIL = RETENTION + "/audit_events";
  private static final String RUNS = RETENTION + "/job_runs";
  private static final String HOLDS = "/api/compliance/holds";

  @Test
  void aTenantOfThePlanSaysHowLongItsDataIsKept() {
    TestTenant tenant = Fixtures.tenant("tier", "enterprise");
    assertThat(tenant.api().get(RETENTION).is(200).each("data_class"))
        .contains("audit_events", "job_runs");
    JsonObject promised = tenant.api().get(TRAIL).is(200).json();
    assertThat(promised.getInt("days")).as("what the plan promises").isEqualTo(3650);
    assertThat(promised.getBoolean("custom")).isFalse();
    Answer shorter = tenant.api().put(TRAIL, Body.of("days", 400, "requires_approval", true));
    assertThat(shorter.is(200).json().getJsonArray("warnings")).hasSize(2);
    assertThat(shorter.json().getBoolean("custom")).isTrue();
    tenant.api().put(TRAIL, Body.of("days", 4000)).is(200);
    List<JsonObject> told = tenant.api().get("/api/audit-logs?action=retention.changed").items();
    assertThat(told).hasSize(2);
    assertThat(told).extracting(event -> event.getString("severity")).containsOnly("WARNING");
    tenant.api().put(TRAIL, Body.of("days", 4100)).is(200);
    Answer newest = tenant.api().get("/api/audit-logs?action=retention.changed&limit=1").is(200);
    assertThat(newest.items().get(0).getJsonObject("old_values").getInt("days")).isEqualTo(4000);
    assertThat(tenant.api().get("/api/webhooks/messages?limit=200").is(200).each("type"))
        .contains("compliance.retention.changed");
  }

  @Test
  void whoMayNotOrSaysWhatCannotBeIsRefused() {
    TestTenant tenant = Fixtures.tenant("tier", "enterprise");
    assertThat(tenant.api().put(TRAIL, Body.of("days", 364)).isProblem(400, "invalid").faults())
        .containsExactly("/days range");
    tenant.api().put(TRAIL, Body.of("days", 36_526)).isProblem(400, "invalid");
    tenant.api().put(TRAIL, "{}").isProblem(400, "invalid");
    assertThat(
            tenant
                .api()
                .put(RUNS, Body.of("days", 30, "requires_approval", true))
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/requires_approval value");
    tenant.api().put(RETENTION + "/nothing", Body.of("days", 400)).isProblem(404, "not_found");
    tenant.api().with("If-Match", "\"7\"").put(TRAIL, Body.of("days", 400)).isProblem(412, "stale");
    tenant
        .withKey("compliance:admin")
        .put(TRAIL, Body.of("days", 400))
        .isProblem(403, "people_only");
    tenant.as("analyst").put(TRAIL, Body.of("days", 400)).isProblem(403, "permission_required");
    assertThat(tenant.as("analyst").get(TRAIL).is(200).json().getBoolean("custom")).isFalse();
    tenant.as("developer").get(RETENTION).isProblem(403, "permission_required");
    TestTenant basic = Fixtures.tenant("tier", "starter");
    Answer plan = basic.api().put(TRAIL, Body.of("days", 400)).isProblem(402, "plan_required");
    assertThat(plan.string("required_plan")).isEqualTo("enterprise");
    assertThat(basic.api().get(TRAIL).is(200).json().getInt("days")).isEqualTo(2557);
  }

  @Test
  void aPreviewCountsWhatWouldGoAndWhatAHoldKeeps() throws SQLException {
    TestTenant tenant = Fixtures.tenant("tier", "enterprise");
    String person = tenant.newUser("developer").id();
    runs(tenant, 40, person, 2);
    runs(tenant, 40, UUID.randomUUID().toString(), 3);
    assertThat(preview(tenant, "{\"days\":30}").getInt("expired")).isEqualTo(5);
    assertThat(preview(tenant, "{}").getInt("expired")).as("kept for 90 days").isZero();
    tenant
        .api()
        .post(HOLDS, Body.of("name", "Case", "reason", "Order", "person_id", person))
        .is(201);
    JsonObject told = preview(tenant, "{\"days\":30}");
    assertThat(told.getInt("expired")).isEqualTo(5);
    assertThat(told.getInt("held")).isEqualTo(2);
    assertThat(told.getInt("expired_now")).isZero();
    assertThat(
            tenant
                .api()
                .post(TRAIL + "/preview", "{\"days\":365}")
                .is(200)
                .json()
                .getInt("expired"))
        .isZero();
    tenant.api().put(RUNS, Body.of("days", 30)).is(200);
    Housekeeping.run(Fixtures.operator());
    assertThat(preview(tenant, "{\"days\":30}").getInt("expired")).as("held").isEqualTo(2);
  }

  @Test
  void aHoldWithoutLimitsKeepsReports() {
    TestTenant tenant = Fixtures.tenant("tier", "enterprise");
    String reports = "/api/compliance/reports";
    tenant
        .api()
        .post(
            reports,
            Body.of(
                "framework", "SOC2", "from", "2026-01-01T00:00:00Z", "to", "2026-01-02T00:00:00Z"))
        .is(202);
    String report = reports + "/" + tenant.api().get(reports).is(200).each("id").get(0);
    Answer hold = tenant.api().post(HOLDS, Body.of("name", "All", "reason", "A letter")).is(201);
    Answer refused = tenant.api().delete(report).isProblem(409, "under_legal_hold");
    assertThat(refused.string("hold_id")).isEqualTo(hold.id());
    tenant.api().get(report).is(200);
  }

  @Test
  void aHoldIsReleasedBySomebodyElseAndKeepsFilesUntilThen() {
    TestTenant tenant = Fixtures.tenant("tier", "enterprise");
    String project = tenant.project();
    String file = Upload.text(tenant.api(), "project_id", project);
    String other = Upload.text(tenant.api(), "project_id", tenant.project());
    Answer hold =
        tenant
            .api()
            .post(HOLDS, Body.of("name", "Smith", "reason", "A letter", "project_id", project))
            .is(201);
    Answer refused = tenant.api().delete("/api/files/" + file).isProblem(409, "under_legal_hold");
    assertThat(refused.string("hold_id")).isEqualTo(hold.id());
    tenant.api().get("/api/files/" + file + "/content").is(200);
    tenant.api().delete("/api/files/" + other).is(204);
    Api second = tenant.newUser("tenant_admin").api();
    String release = HOLDS + "/" + hold.id() + "/release";
    String reason = Body.of("reason", "Settled");
    tenant.api().post(release, reason).isProblem(409, "second_person_required");
    tenant.withKey("compliance:admin").post(release, reason).isProblem(403, "people_only");
    tenant.as("analyst").post(release, reason).isProblem(403, "permission_required");
    second.post(release, "{\"reason\":\" \"}").isProblem(400, "invalid");
    Answer released = second.post(release, reason).is(200);
    assertThat(released.json().getBoolean("active")).isFalse();
    assertThat(released.string("released_by")).isNotEqualTo(released.string("placed_by"));
    second.post(release, reason).isProblem(409, "hold_released");
    tenant.api().delete("/api/files/" + file).is(204);
    assertThat(tenant.api().get(HOLDS + "?active=true").is(200).items()).isEmpty();
    assertThat(tenant.api().get(HOLDS).is(200).each("id")).containsExactly(hold.id());
    for (String action : List.of("legal_hold.placed", "legal_hold.released")) {
      assertThat(
              tenant
                  .api()
                  .get("/api/audit-logs?success=true&action=" + action)
                  .is(200)
                  .each("resource_id"))
          .as(action)
          .containsExactly(hold.id());
    }
  }

  @Test
  void aHoldSaysWhatItIsAbout() {
    TestTenant tenant = Fixtures.tenant();
    tenant.api().post(HOLDS, Body.of("name", "Case")).isProblem(400, "invalid");
    assertThat(
            tenant
                .api()
                .post(HOLDS, Body.of("name", "N", "reason", "R", "data_class", "nothing"))
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/data_class unknown");
    tenant
        .api()
        .post(
            HOLDS,
            Body.of(
                "name",
                "N",
                "reason",
                "R",
                "from",
                "2026-01-02T00:00:00Z",
                "until",
                "2026-01-01T00:00:00Z"))
        .isProblem(400, "invalid");
    tenant
        .withKey("compliance:write")
        .post(HOLDS, Body.of("name", "N", "reason", "R"))
        .isProblem(403, "people_only");
    assertThat(tenant.api().get(HOLDS).is(200).items()).isEmpty();
  }

  @Test
  void twoPeopleReleaseAHoldAlsoForTheDatabase() throws SQLException {
    TestTenant tenant = Fixtures.tenant();
    String hold = tenant.api().post(HOLDS, Body.of("name", "N", "reason", "R")).is(201).id();
    try (Connection connection = Database.asAdministrator()) {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () ->
                  Database.run(
                      connection,
                      "update tenant.legal_hold set released_by = placed_by, released_at = now(),"
                          + " release_reason = 'x' where id = '"
                          + hold
                          + "'"))
          .hasMessageContaining("legal_hold_");
    }
  }

  private static JsonObject preview(TestTenant tenant, String body) {
    return tenant.api().post(RUNS + "/preview", body).is(200).json();
  }

  /** Runs that ended so many days ago. */
  private static void runs(TestTenant tenant, int daysAgo, String person, int count)
      throws SQLException {
    try (Connection connection = Database.asAdministrator()) {
      Database.run(
          connection,
          "insert into tenant.job_run (tenant_id, id, job, status, parameters, triggered_by, started_by_type,"
              + " started_by_id, request_id, executions, created_at, ended_at, unit, version) select '"
              + tenant.id()
              + "', gen_random_uuid(), 'rehearsal', 'completed', '{}', 'request', 'user', '"
              + person
              + "', 'r', 1, at, at, 'steps', 1 from (select now() - interval '"
              + daysAgo
              + " days' as at) t, generate_series(1, "
              + count
              + ")");
    }
  }
}
