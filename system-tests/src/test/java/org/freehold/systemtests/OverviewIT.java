package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverviewIT {
  @Test
  void countsWhatTheTenantHas() {
    TestTenant tenant = Fixtures.tenant();
    String project =
        tenant.project("priority", "high", "budget_allocated", "1000.50", "actual_cost", "10.25");
    tenant.project("status", "paused", "budget_allocated", "0.25");
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    task(tenant, project, "todo", today.minusDays(1));
    task(tenant, project, "todo", today);
    task(tenant, project, "done", today.minusDays(1));
    task(tenant, project, "cancelled", today.minusDays(1));
    tenant.team();
    tenant.newUser("viewer");
    tenant.as("viewer").post("/api/tasks", Body.of("title", "T", "project_id", project)).is(403);
    JsonObject overview = tenant.api().get("/api/overview").is(200).json();
    assertThat(overview.get("projects"))
        .isEqualTo(
            Body.json(
                "{\"total\":2,\"by_status\":{\"active\":1,\"paused\":1,\"completed\":0,\"archived\":0},"
                    + "\"by_priority\":{\"low\":0,\"medium\":1,\"high\":1,\"critical\":0}}"));
    JsonObject tasks = overview.getJsonObject("tasks");
    assertThat(tasks.getInt("total")).isEqualTo(4);
    assertThat(tasks.getInt("overdue")).isEqualTo(1);
    assertThat(tasks.get("by_status"))
        .isEqualTo(
            Body.json("{\"todo\":2,\"in_progress\":0,\"in_review\":0,\"done\":1,\"cancelled\":1}"));
    List<JsonObject> done = days(tasks, "completed_per_day");
    assertThat(done).hasSize(30);
    assertThat(done.get(0).getString("date")).isEqualTo(today.minusDays(29).toString());
    assertThat(done.get(29)).isEqualTo(Body.json("{\"date\":\"" + today + "\",\"count\":1}"));
    assertThat(overview.get("people"))
        .isEqualTo(Body.json("{\"users\":3,\"active_users\":3,\"teams\":1}"));
    assertThat(overview.get("budget"))
        .isEqualTo(Body.json("{\"allocated\":1000.75,\"actual\":10.25}"));
    List<JsonObject> audit = days(overview.getJsonObject("audit"), "events_per_day");
    assertThat(audit).hasSize(14);
    assertThat(audit.get(13).getInt("refused")).isEqualTo(1);
    assertThat(audit.get(13).getInt("count")).isGreaterThan(10);
  }

  @Test
  void countsNothingOfWhatTheCallerMayNotKnowOf() {
    TestTenant tenant = Fixtures.tenant();
    TestUser owner = tenant.newUser("developer");
    String hidden =
        Fixtures.project(owner.api(), "visibility", "private", "budget_allocated", "99.00");
    owner.api().post("/api/tasks", Body.of("project_id", hidden, "title", "Secret")).is(201);
    Fixtures.project(owner.api(), "visibility", "public");
    assertThat(counts(owner.api())).isEqualTo("2 1 99.00");
    assertThat(counts(tenant.as("manager"))).isEqualTo("2 1 99.00");
    assertThat(counts(tenant.as("member"))).isEqualTo("1 0 0.00");
    TestUser analyst = tenant.newUser("analyst");
    int seen = events(analyst.api());
    owner.api().patch("/api/projects/" + hidden, Body.of("name", "Hidden still")).is(200);
    assertThat(events(analyst.api())).isEqualTo(seen);
    assertThat(events(tenant.as("manager"))).isGreaterThan(seen);
  }

  @Test
  void leavesOutWhatTheCallerMayNotRead() {
    TestTenant tenant = Fixtures.tenant();
    JsonObject viewer = tenant.as("viewer").get("/api/overview").is(200).json();
    assertThat(viewer.get("audit")).isEqualTo(JsonValue.NULL);
    assertThat(viewer.get("people")).isNotEqualTo(JsonValue.NULL);
    JsonObject analyst = tenant.as("analyst").get("/api/overview").is(200).json();
    assertThat(analyst.get("people")).isEqualTo(JsonValue.NULL);
    assertThat(analyst.get("audit")).isNotEqualTo(JsonValue.NULL);
    Fixtures.nobody().in(tenant.slug()).get("/api/overview").is(401);
    Fixtures.tenant().api().in(tenant.slug()).get("/api/overview").is(404);
  }

  private static void task(TestTenant tenant, String project, String status, LocalDate due) {
    tenant
        .api()
        .post(
            "/api/tasks",
            Body.of(
                "project_id", project, "title", "T", "status", status, "due_date", due.toString()))
        .is(201);
  }

  private static String counts(Api api) {
    JsonObject overview = api.get("/api/overview").is(200).json();
    return overview.getJsonObject("projects").getInt("total")
        + " "
        + overview.getJsonObject("tasks").getInt("total")
        + " "
        + overview.getJsonObject("budget").getJsonNumber("allocated");
  }

  private static int events(Api api) {
    JsonObject audit = api.get("/api/overview").is(200).json().getJsonObject("audit");
    return days(audit, "events_per_day").stream().mapToInt(day -> day.getInt("count")).sum();
  }

  private static List<JsonObject> days(JsonObject figures, String member) {
    return figures.getJsonArray(member).getValuesAs(JsonObject.class);
  }
}
