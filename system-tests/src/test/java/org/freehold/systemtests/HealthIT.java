package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthIT {
  @ParameterizedTest
  @ValueSource(strings = {"/api/health", "/api/health/readiness", "/api/health/liveness"})
  void everybodyLearnsOneWord(String path) {
    Answer health = Fixtures.nobody().get(path).is(200);
    assertThat(health.json()).containsOnlyKeys("status");
    assertThat(health.string("status")).isIn("up", "warning");
  }

  @Test
  void theDetailsNeedAPermission() {
    Fixtures.nobody().get("/api/health/detailed").is(401);
    assertThat(
            Fixtures.tenant()
                .as("viewer")
                .get("/api/health/detailed")
                .isProblem(403, "permission_required")
                .string("permission"))
        .isEqualTo("system:read");
  }

  @Test
  void theDetailsTellEveryPartAndTheUseOfTheMachine() {
    JsonObject health = Fixtures.operator().get("/api/health/detailed").is(200).json();
    JsonObject components = health.getJsonObject("components");
    assertThat(components.keySet())
        .contains("database", "broker", "batch", "file_storage", "schedules", "threads");
    components
        .values()
        .forEach(
            component -> {
              assertThat(component.asJsonObject().getString("status")).isEqualTo("up");
              assertThat(component.asJsonObject().getInt("latency_millis")).isBetween(0, 5000);
            });
    JsonObject system = health.getJsonObject("system");
    assertThat(system.keySet()).containsExactlyInAnyOrder("cpu", "memory", "disk");
    system
        .values()
        .forEach(use -> assertThat(use.asJsonObject().getInt("warning_percent")).isEqualTo(90));
    assertThat(system.getJsonObject("disk").getJsonNumber("used_percent").doubleValue())
        .isBetween(0.0, 100.0);
  }

  @Test
  void whatWaitsForAStoreThatIsSwitchedOffIsTold() throws SQLException {
    String tenant = UUID.randomUUID().toString();
    try (Connection superuser = Database.asAdministrator()) {
      Database.run(
          superuser,
          "insert into control.checkpoint_copy (tenant_id, size, log, note, announced_at, to_mail, to_store, store_at)"
              + " select '%s', size, 'l', 'n', now(), size = 1, size > 1, now() from generate_series(1, 3) size"
                  .formatted(tenant));
      try {
        JsonObject copies =
            Fixtures.operator()
                .get("/api/health/detailed")
                .is(200)
                .json()
                .getJsonObject("components")
                .getJsonObject("checkpoint_copies");
        assertThat(copies.getString("status")).isEqualTo("up");
        assertThat(copies.getJsonObject("details").getBoolean("store")).isFalse();
        assertThat(copies.getJsonObject("details").getInt("waiting")).isEqualTo(2);
      } finally {
        Database.run(
            superuser, "delete from control.checkpoint_copy where tenant_id = '" + tenant + "'");
      }
    }
  }

  @Test
  void theMeasurementsAreForAKnownScraperOrWhoeverMaySeeTheHealth() {
    Answer metrics = Fixtures.nobody().get("/api/metrics").is(200);
    assertThat(metrics.header("Content-Type")).startsWith("text/plain");
    assertThat(metrics.text())
        .contains(
            "freehold_http_requests_seconds_count",
            "freehold_sql_queries_total",
            "freehold_webhooks_waiting",
            "freehold_webhooks_ledger_overdue_seconds",
            "freehold_webhooks_dwell_seconds_bucket",
            "kind=\"spreading_late\"",
            "jvm_memory_used_bytes");
    Api elsewhere = Fixtures.nobody().with("X-Forwarded-For", "203.0.113.5");
    elsewhere.get("/api/metrics").is(401);
    Fixtures.operator().with("X-Forwarded-For", "203.0.113.5").get("/api/metrics").is(200);
  }

  @Test
  void noMeasurementIsMadePerId() {
    TestTenant tenant = Fixtures.tenant();
    String project = tenant.project();
    tenant.api().get("/api/projects/" + project).is(200);
    assertThat(Fixtures.nobody().get("/api/metrics").text())
        .contains("/api/projects/{id}")
        .doesNotContain(project, tenant.slug());
  }
}
