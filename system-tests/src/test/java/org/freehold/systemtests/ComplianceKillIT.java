package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Kills the server in the middle of a report. */
@Timeout(600)
@OwnServers
class ComplianceKillIT {
  private static final String ANSWERED =
      "select question || ' ' || answered_at from tenant.compliance_answer where tenant_id = '%s'"
          + " and answer is not null order by 1";

  private static final String REPORTS = "tenant.compliance_report";

  private static final String IS_COMPLETED = "new.completed_at is not null";

  /** What is about to be committed; all of it in the long form, with -Pproof. */
  private static final List<String> STEPS =
      Boolean.getBoolean("freehold.proof")
          ? List.of(
              "old.checked_to is null and new.checked_to is not null",
              "new.checked_to > old.checked_to",
              IS_COMPLETED)
          : List.of(IS_COMPLETED);

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
      assertThat(completed(superuser, tenant)).hasSize(1);
    }
    ComplianceDesk again = new ComplianceDesk(api);
    JsonObject results =
        again.document(again.ofRun(ended.getString("id"))).getJsonObject("results");
    assertThat(results.getJsonArray("controls")).hasSize(25);
  }

  /**
   * Killed when its results are hashed, and in the long form also when what it sees is proved and
   * when its events are hashed, each time before that is committed.
   */
  @Test
  void aReportWhoseProofsWereNotCommittedHasThemMadeAgainAndIsCompletedOnce() throws Exception {
    TestTenant tenant = KilledInstallation.newTenant();
    tenant.task(tenant.project());
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    ComplianceDesk desk = new ComplianceDesk(KilledInstallation.owner(tenant));
    String ours = "new.tenant_id = '" + tenant.id() + "' and ";
    String run = null;
    try (Connection superuser = superuser()) {
      KillGate.close(superuser, REPORTS, ours + STEPS.get(0));
      run = desk.asked("SOC2", now.minus(1, ChronoUnit.DAYS), now);
    }
    for (int step = 1; step <= STEPS.size(); step++) {
      try (Connection superuser = superuser()) {
        KillGate.isReached(superuser);
        KilledInstallation.kill();
        assertThat(completed(superuser, tenant)).isEmpty();
        KillGate.remove(superuser);
        if (step < STEPS.size()) {
          // Before the next server begins: it goes on at once.
          KillGate.close(superuser, REPORTS, ours + STEPS.get(step));
        }
      }
      KilledInstallation.startAgain();
    }
    Api api = KilledInstallation.owner(tenant);
    String place = run;
    JsonObject ended =
        Await.until(Duration.ofSeconds(90), () -> api.get(place).is(200).json(), Seeds::hasEnded);
    assertThat(ended.getString("status")).as(ended.toString()).isEqualTo("completed");
    try (Connection superuser = superuser()) {
      assertThat(completed(superuser, tenant)).hasSize(1);
    }
    isWhole(new ComplianceDesk(api), ended.getString("id"));
  }

  /** Others are on the same installation. */
  @AfterEach
  void openTheGate() throws SQLException {
    try (Connection superuser = superuser()) {
      KillGate.remove(superuser);
    }
  }

  /** In whatever form it is had, and as a report of the same period that nothing cut off. */
  private static void isWhole(ComplianceDesk desk, String run) {
    JsonObject report = desk.ofRun(run);
    assertThat(report.getBoolean("proved")).isTrue();
    for (String format : List.of("oscal", "html", "pdf", "csv")) {
      desk.api().get(desk.file(report, format)).is(200);
    }
    JsonObject again =
        desk.made(
            "SOC2", Instant.parse(report.getString("from")), Instant.parse(report.getString("to")));
    assertThat(again.getString("result_hash")).isEqualTo(report.getString("result_hash"));
  }

  private static List<String> completed(Connection superuser, TestTenant tenant)
      throws SQLException {
    return Database.texts(
        superuser,
        "select id from tenant.audit_event where action = 'compliance_report.completed' and tenant_id = '"
            + tenant.id()
            + "'");
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
