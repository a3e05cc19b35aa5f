package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AnalyticsIT {
  private static final String ANALYTICS = "/api/admin/analytics";

  @Test
  void theFiguresOfDaysAreThoseOfTheRowsAndStayTheSame() throws SQLException {
    TestTenant tenant = Fixtures.tenant();
    TestTenant other = Fixtures.tenant();
    tenant.project("budget_allocated", "1000.50", "actual_cost", "10.25");
    String project = tenant.project();
    for (int i = 0; i < 3; i++) {
      tenant.task(project);
    }
    String done = tenant.task(project);
    tenant.api().patch("/api/tasks/" + done, Body.of("status", "done")).is(200);
    tenant.newUser("viewer");
    Upload.text(tenant.api(), "project_id", project);
    other.task(other.project());
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String old = tenant.task(project);
    shift("task", "created_at = now() - interval '2 days'", old);
    assertThat(series(tenant.api(), "")).as("before it was computed").isEmpty();
    rollUp(tenant, 3);
    rollUp(other, 3);
    Map<String, Map<String, String>> first = series(tenant.api(), "");
    assertThat(first.get("tasks_created"))
        .containsEntry(today.toString(), "4")
        .containsEntry(today.minusDays(1).toString(), "0")
        .containsEntry(today.minusDays(2).toString(), "1")
        .hasSize(3);
    assertThat(first.get("tasks_completed")).containsEntry(today.toString(), "1");
    assertThat(first.get("tasks_open"))
        .containsEntry(today.toString(), "4")
        .containsEntry(today.minusDays(1).toString(), "1");
    assertThat(first.get("projects")).containsEntry(today.toString(), "2");
    assertThat(first.get("budget_allocated")).containsEntry(today.toString(), "1000.50");
    assertThat(first.get("actual_cost")).containsEntry(today.toString(), "10.25");
    assertThat(first.get("users")).containsEntry(today.toString(), "2");
    assertThat(first.get("active_users")).containsEntry(today.toString(), "2");
    assertThat(Long.parseLong(first.get("storage_bytes").get(today.toString()))).isPositive();
    assertThat(series(other.api(), "").get("tasks_created")).containsEntry(today.toString(), "1");
    rollUp(tenant, 3);
    Map<String, Map<String, String>> second = series(tenant.api(), "");
    second.remove("api_calls");
    first.remove("api_calls");
    assertThat(second).as("computed a second time").isEqualTo(first);
    assertThat(series(tenant.api(), "?from=" + today + "&to=" + today).get("tasks_created"))
        .containsOnlyKeys(today.toString());
  }

  /** Rows that are gone were there when the day was over; what happened late still counts. */
  @Test
  void whatThereWasWhenADayEndedIsKept() throws SQLException {
    TestTenant tenant = Fixtures.tenant();
    String task = tenant.task(tenant.project());
    String yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();
    shift("task", "created_at = now() - interval '1 day'", task);
    rollUp(tenant, 2);
    String late = tenant.task(tenant.project());
    shift("task", "created_at = now() - interval '1 day'", late);
    rollUp(tenant, 2);
    Map<String, Map<String, String>> series = series(tenant.api(), "");
    assertThat(series.get("tasks_open")).containsEntry(yesterday, "1");
    assertThat(series.get("tasks_created")).containsEntry(yesterday, "2");
  }

  @Test
  void theSeriesAreATableToo() {
    TestTenant tenant = Fixtures.tenant();
    tenant.task(tenant.project());
    rollUp(tenant, 2);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Answer table = tenant.api().get(ANALYTICS + "?format=csv&to=" + today).is(200);
    assertThat(table.header("Content-Type")).startsWith("text/csv");
    assertThat(table.header("Content-Disposition")).isEqualTo("attachment; filename=analytics.csv");
    List<String> lines = List.of(table.text().split("\r\n"));
    assertThat(lines).hasSize(3);
    List<String> heads = List.of(lines.get(0).split(","));
    assertThat(heads).startsWith("day").contains("tasks_created", "budget_allocated");
    assertThat(lines.get(1)).startsWith(today.minusDays(1) + ",");
    String[] last = lines.get(2).split(",", -1);
    assertThat(last).hasSameSizeAs(heads).startsWith(today.toString());
    assertThat(last[heads.indexOf("tasks_created")]).isEqualTo("1");
    assertThat(last[heads.indexOf("budget_allocated")]).isEqualTo("0.00");
    String seen = tenant.as("developer").get(ANALYTICS + "?format=csv").is(200).text();
    assertThat(seen).contains("tasks_open").doesNotContain("api_calls");
    tenant.api().get(ANALYTICS + "?format=xml").isProblem(400, "invalid");
    Fixtures.tenant("tier", "starter")
        .api()
        .get(ANALYTICS + "?format=csv")
        .isProblem(402, "plan_required");
  }

  /** One that fails half undone is undone later, maybe when its first day is computed no more. */
  @Test
  void aDeploymentIsUndoneOnceOnTheDayOnWhichThatEnded() throws SQLException {
    TestTenant tenant = Fixtures.tenant();
    String deployment =
        Bundles.prepared(tenant.api(), "dev", Bundles.table("undone"))
            .getJsonObject("deployment")
            .getString("id");
    String undoing = "rollback_automatic = false, promoting_at = now() - interval '6 days', ";
    shift(
        "deployment",
        undoing + "status = 'failed', ended_at = now() - interval '5 days'",
        deployment);
    rollUp(tenant, 8);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    assertThat(series(tenant.api(), "").get("deployments_failed"))
        .containsEntry(today.minusDays(5).toString(), "0");
    shift("deployment", undoing + "status = 'rolled_back', ended_at = now()", deployment);
    rollUp(tenant, 3);
    assertThat(series(tenant.api(), "").get("deployments_failed"))
        .containsEntry(today.minusDays(5).toString(), "0")
        .containsEntry(today.toString(), "1");
  }

  @Test
  void everybodySeesTheSeriesOfWhatTheyMayRead() {
    TestTenant tenant = Fixtures.tenant();
    rollUp(tenant, 1);
    assertThat(series(tenant.as("developer"), ""))
        .containsKeys("tasks_open", "webhooks_delivered")
        .doesNotContainKeys("api_calls");
    assertThat(series(tenant.as("analyst"), ""))
        .containsKeys("tasks_open", "api_calls")
        .doesNotContainKeys("users", "deployments");
    Answer long400 = tenant.api().get(ANALYTICS + "?from=2025-01-01&to=2026-02-05");
    assertThat(long400.isProblem(400, "invalid").faults()).containsExactly("from range");
    tenant.api().get(ANALYTICS + "?from=2025-01-01&to=2026-02-04").is(200);
    tenant.api().get(ANALYTICS + "?from=2026-02-02&to=2026-02-01").isProblem(400, "invalid");
    tenant.api().get(ANALYTICS + "?from=yesterday").isProblem(400, "invalid");
  }

  @Test
  void anOperatorSeesThePlatform() {
    TestTenant tenant = Fixtures.tenant("tier", "professional");
    rollUp(tenant, 1);
    JsonObject told = Fixtures.operator().get(ANALYTICS).is(200).json();
    assertThat(told.isNull("projects")).as("nothing of a tenant").isTrue();
    assertThat(tenant.api().get(ANALYTICS).is(200).isNull("platform")).isTrue();
    JsonObject platform = told.getJsonObject("platform");
    JsonObject tenants = platform.getJsonObject("tenants");
    assertThat(tenants.getJsonObject("by_plan").getInt("pro")).isPositive();
    assertThat(
            tenants.getJsonObject("by_status").values().stream()
                .mapToInt(count -> Integer.parseInt(count.toString()))
                .sum())
        .isEqualTo(tenants.getInt("total"));
    assertThat(platform.getInt("users")).isGreaterThan(1);
    assertThat(platform.getJsonArray("monthly_revenue").getValuesAs(JsonObject.class))
        .extracting(revenue -> revenue.getString("currency"))
        .contains("USD");
    Map<String, Map<String, String>> sums = series(Fixtures.operator(), "");
    assertThat(sums)
        .containsKeys("users", "active_users", "projects", "deployments", "webhooks_delivered")
        .doesNotContainKeys("budget_allocated", "tasks_open");
    Fixtures.operator()
        .post(
            "/api/jobs/analytics-rollup/runs",
            "{\"parameters\":{\"tenant_slug\":\"no-such-tenant\"}}")
        .isProblem(400, "invalid");
    tenant.api().post("/api/jobs/analytics-rollup/runs", "{}").isProblem(404, "not_found");
  }

  @Test
  void aRunWithoutATenantComputesAllOfThemAndThePlatformAddsThemUp() throws SQLException {
    TestTenant tenant = Fixtures.tenant();
    tenant.project();
    JsonObject progress = rollUp("{\"days\":1}").getJsonObject("progress");
    assertThat(progress.getInt("total")).isGreaterThan(1);
    assertThat(progress.getInt("done")).isEqualTo(progress.getInt("total"));
    assertThat(progress.getString("unit")).isEqualTo("tenants");
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    assertThat(series(tenant.api(), "").get("projects")).containsEntry(today, "1");
    // Others may compute theirs in between.
    Await.until(
        Duration.ofSeconds(30),
        () -> series(Fixtures.operator(), "").get("projects").get(today),
        told -> told.equals(summed(today)));
  }

  private static String summed(String day) {
    try (Connection connection = Database.asAdministrator()) {
      return Database.texts(
              connection,
              "select sum(value)::bigint from tenant.metric_day where metric = 'projects' and day = '"
                  + day
                  + "'")
          .get(0);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void oldDaysAreForgotten() throws SQLException {
    TestTenant tenant = Fixtures.tenant();
    String row = " values ('" + tenant.id() + "', 'users', current_date - %d, 1%s)";
    try (Connection connection = Database.asAdministrator()) {
      for (int days : new int[] {801, 799}) {
        Database.run(
            connection,
            "insert into tenant.metric_day (tenant_id, metric, day, value, computed_at)"
                + row.formatted(days, ", now()"));
        Database.run(
            connection,
            "insert into control.tenant_metric (tenant_id, metric, day, value)"
                + row.formatted(days, ""));
      }
      Housekeeping.run(Fixtures.operator());
      for (String table : List.of("tenant.metric_day", "control.tenant_metric")) {
        assertThat(
                Database.texts(
                    connection,
                    "select current_date - day from "
                        + table
                        + " where tenant_id = '"
                        + tenant.id()
                        + "'"))
            .as(table)
            .containsExactly("799");
      }
    }
  }

  private static void rollUp(TestTenant tenant, int days) {
    rollUp(Body.of("tenant_slug", tenant.slug(), "days", days));
  }

  private static JsonObject rollUp(String parameters) {
    Api operator = Fixtures.operator();
    Answer run =
        operator
            .post("/api/jobs/analytics-rollup/runs", Body.of("parameters", Body.json(parameters)))
            .is(202);
    JsonObject ended =
        Await.until(
            Duration.ofSeconds(60),
            () -> operator.get("/api/jobs/runs/" + run.id()).is(200).json(),
            seen -> !List.of("queued", "running").contains(seen.getString("status")));
    assertThat(ended.getString("status")).isEqualTo("completed");
    return ended;
  }

  /** The values of each series that has any, by day. */
  private static Map<String, Map<String, String>> series(Api api, String query) {
    Map<String, Map<String, String>> all = new TreeMap<>();
    for (JsonObject series :
        api.get(ANALYTICS + query)
            .is(200)
            .json()
            .getJsonObject("history")
            .getJsonArray("series")
            .getValuesAs(JsonObject.class)) {
      for (JsonObject point : series.getJsonArray("points").getValuesAs(JsonObject.class)) {
        all.computeIfAbsent(series.getString("metric"), metric -> new TreeMap<>())
            .put(point.getString("date"), point.get("value").toString());
      }
    }
    return all;
  }

  private static void shift(String table, String set, String id) throws SQLException {
    try (Connection connection = Database.asAdministrator()) {
      Database.run(
          connection, "update tenant." + table + " set " + set + " where id = '" + id + "'");
    }
  }
}
