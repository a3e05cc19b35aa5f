package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Reports that nobody asks for by name: a schedule or the command line starts their job. */
class ScheduledReportIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String JOB = "/api/jobs/compliance-report/runs";
  private static final String LAST_MONTH =
      "{\"parameters\":{\"framework\":\"SOC2\",\"period\":\"last_month\"}}";

  private final TestTenant tenant = Fixtures.tenant();
  private final Api api = tenant.api();
  private final ComplianceDesk desk = ComplianceDesk.of(tenant);

  @Test
  void aJobMakesTheReportOfTheLastPeriodAndTellsTheWorld() {
    assertThat(api.post(JOB, "{\"parameters\":{\"framework\":\"SOC2\"}}").is(400).faults())
        .containsExactly("/parameters/period required");
    Answer run = api.post(JOB, LAST_MONTH).is(202);
    JsonObject ended = Seeds.ended(api, run);
    assertThat(ended.getJsonObject("progress").getInt("percent")).isEqualTo(100);
    JsonObject report = desk.ofRun(run.id());
    assertThat(report.getString("to")).matches("[0-9]{4}-[0-9]{2}-01T00:00:00Z");
    assertThat(report.getInt("size")).isZero();
    JsonObject results = desk.document(report).getJsonObject("results");
    assertThat(results.getJsonArray("controls").getValuesAs(JsonObject.class))
        .extracting(control -> control.getString("verdict"))
        .isNotEmpty()
        .containsOnly("no-population", "not-attestable");
    JsonObject event = api.get("/api/audit-logs?action=compliance_report.completed").items().get(0);
    assertThat(event.getJsonObject("new_values").getString("result_hash"))
        .isEqualTo(report.getString("result_hash"));
    assertThat(api.get("/api/webhooks/messages").is(200).each("type"))
        .contains("compliance.report.completed");
    api.delete(ComplianceDesk.REPORTS + "/" + report.getString("id")).is(204);
    api.get(ComplianceDesk.REPORTS + "/" + report.getString("id")).is(404);
  }

  /** It waits for the trail here, as it may for long where much is to be sealed. */
  @Test
  void whoeverAsksForAReportDoesNotWaitForOneThatBegins() throws SQLException {
    try (Connection watching = Database.asAdministrator();
        Connection other = Database.asAdministrator()) {
      String tree = " from tenant.audit_tree where tenant_id = '%s'".formatted(tenant.id());
      Await.until(
          SOON, () -> Database.count(watching, "select count(*)" + tree), trees -> trees == 1);
      String pid = Database.pid(other);
      other.setAutoCommit(false);
      Database.run(other, "select" + tree + " for update");
      Answer scheduled = api.post(JOB, LAST_MONTH).is(202);
      Await.until(SOON, () -> Database.waitingFor(watching, pid), count -> count > 0);
      Instant now = Instant.now();
      String asked = desk.asked("SOC2", now.minusSeconds(60), now);
      assertThat(Database.waitingFor(watching, pid)).as("it has not begun").isPositive();
      other.rollback();
      assertThat(Seeds.ended(api, scheduled).getString("status")).isEqualTo("completed");
      Await.until(SOON, () -> api.get(asked).is(200).json(), Seeds::hasEnded);
    }
  }
}
