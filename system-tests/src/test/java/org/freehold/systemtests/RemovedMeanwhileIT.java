package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Retention takes events while somebody reads the trail. */
class RemovedMeanwhileIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final TestTenant tenant = Fixtures.tenant("tier", "enterprise");
  private Connection superuser;

  @BeforeEach
  void connect() throws SQLException {
    superuser = Database.asAdministrator();
  }

  @AfterEach
  void close() throws SQLException {
    superuser.close();
  }

  @Test
  void aReportTellsWhatWasTakenBetweenHashingAndAskingAndItIsNoDamage() throws SQLException {
    OldEvents.add(superuser, tenant, "2014-03", 5, null);
    AuditBundles.checkpoint(tenant.api());
    ComplianceDesk desk = ComplianceDesk.of(tenant);
    String run;
    // When all is hashed the first answer is kept, and waits here.
    try (Gate gate =
        Gate.before(
            superuser,
            "update",
            "tenant.compliance_answer",
            "new.tenant_id = '" + tenant.id() + "'")) {
      run =
          desk.asked(
              "PCI_DSS",
              Instant.parse("2014-03-01T00:00:00Z"),
              Instant.parse("2014-04-01T00:00:00Z"));
      Await.until(LONG, gate::waiting, count -> count > 0);
      assertThat(cleanup()).isEqualTo("completed");
      assertThat(OldEvents.left(superuser, tenant)).isZero();
    }
    JsonObject ended =
        Await.until(LONG, () -> tenant.api().get(run).is(200).json(), Seeds::hasEnded);
    assertThat(ended.getString("status")).as(ended.toString()).isEqualTo("completed");
    JsonObject report = desk.ofRun(ended.getString("id"));
    assertThat(report.getInt("size")).isEqualTo(5);
    assertThat(report.getBoolean("proved")).isTrue();
    JsonObject trail = desk.document(report).getJsonObject("results").getJsonObject("trail");
    assertThat(trail.getJsonArray("removed").getJsonObject(0).getInt("events")).isEqualTo(5);
  }

  private String cleanup() {
    Api operator = Fixtures.operator();
    Answer run =
        operator
            .post(
                "/api/jobs/retention-cleanup/runs",
                "{\"parameters\":{\"tenant_slug\":\"%s\",\"dry_run\":false}}"
                    .formatted(tenant.slug()))
            .is(202);
    return Await.until(
        LONG,
        () -> operator.get("/api/jobs/runs/" + run.id()).is(200).string("status"),
        seen -> !List.of("queued", "running").contains(seen));
  }
}
