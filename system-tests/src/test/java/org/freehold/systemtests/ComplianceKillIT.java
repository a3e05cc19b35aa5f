package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Kills the server in the middle of a report. */
@Timeout(300)
@OwnServers
class ComplianceKillIT {
  private static final String ANSWERED =
      "select question || ' ' || answered_at from tenant.compliance_answer where tenant_id = '%s'"
          + " and answer is not null order by 1";

  @Test
  void aReportGoesOnAfterItsServerWasKilledAndAnswersEachQuestionOnce() throws Exception {
    TestTenant tenant = KilledInstallation.newTenant();
    ComplianceDesk desk = new ComplianceDesk(KilledInstallation.owner(tenant));
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    List<String> before;
    String run;
    try (Connection superuser = superuser()) {
      superuser.setAutoCommit(false);
      run = desk.asked("SOC2", now.minus(1, ChronoUnit.DAYS), now);
      before = halted(superuser, tenant);
      KilledInstallation.kill();
      superuser.rollback();
    }
    KilledInstallation.startAgain();
    Api api = KilledInstallation.owner(tenant);
    JsonObject ended =
        Await.until(Duration.ofSeconds(60), () -> api.get(run).is(200).json(), Seeds::hasEnded);
    assertThat(ended.getString("status")).as(ended.toString()).isEqualTo("completed");
    assertThat(ended.getInt("executions")).isGreaterThan(1);
    JsonObject progress = ended.getJsonObject("progress");
    assertThat(progress.getInt("done")).isEqualTo(progress.getInt("total"));
    try (Connection superuser = superuser()) {
      List<String> after = Database.texts(superuser, ANSWERED.formatted(tenant.id()));
      assertThat(after).as("what was answered before is not asked again").containsAll(before);
      assertThat(after).hasSize(ended.getJsonObject("counts").getInt("questions"));
      assertThat(
              Database.texts(
                  superuser,
                  "select count(*) from tenant.audit_event where action = 'compliance_report.completed' and tenant_id = '"
                      + tenant.id()
                      + "'"))
          .containsExactly("1");
    }
    ComplianceDesk again = new ComplianceDesk(api);
    JsonObject results =
        again.document(again.ofRun(ended.getString("id"))).getJsonObject("results");
    assertThat(results.getJsonArray("controls")).hasSize(25);
  }

  /** Holds the question back that looks at disclosures, until others have their answers. */
  private static List<String> halted(Connection superuser, TestTenant tenant) throws SQLException {
    Database.run(superuser, "lock table tenant.audit_disclosure in access exclusive mode");
    try (Connection looking = superuser()) {
      return Await.until(
          Duration.ofSeconds(30),
          () -> texts(looking, ANSWERED.formatted(tenant.id())),
          there -> there.size() > 5);
    }
  }

  private static List<String> texts(Connection connection, String sql) {
    try {
      return Database.texts(connection, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection superuser() throws SQLException {
    return KilledInstallation.server().database().administrator().connect();
  }
}
