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
  private static final String GATE = "hashtext('asking')";

  private final TestTenant tenant = Fixtures.tenant("tier", "enterprise");
  private Connection superuser;

  @BeforeEach
  void connect() throws SQLException {
    superuser = Database.asAdministrator();
  }

  @AfterEach
  void open() throws SQLException {
    Database.run(superuser, "select pg_advisory_unlock_all()");
    Database.run(superuser, "drop trigger if exists waits on tenant.compliance_answer");
    Database.run(superuser, "drop function if exists tenant.wait_for_test");
    superuser.close();
  }

  @Test
  void aReportTellsWhatWasTakenBetweenHashingAndAskingAndItIsNoDamage() throws SQLException {
    OldEvents.add(superuser, tenant, "2014-03", 5, null);
    AuditBundles.checkpoint(tenant.api());
    answersWait();
    ComplianceDesk desk = ComplianceDesk.of(tenant);
    String run =
        desk.asked(
            "PCI_DSS",
            Instant.parse("2014-03-01T00:00:00Z"),
            Instant.parse("2014-04-01T00:00:00Z"));
    Await.until(LONG, this::waiting, count -> count > 0);
    assertThat(cleanup()).isEqualTo("completed");
    assertThat(OldEvents.left(superuser, tenant)).isZero();
    Database.run(superuser, "select pg_advisory_unlock(" + GATE + ")");
    JsonObject ended =
        Await.until(LONG, () -> tenant.api().get(run).is(200).json(), Seeds::hasEnded);
    assertThat(ended.getString("status")).as(ended.toString()).isEqualTo("completed");
    JsonObject report = desk.ofRun(ended.getString("id"));
    assertThat(report.getInt("size")).isEqualTo(5);
    assertThat(report.getBoolean("proved")).isTrue();
    JsonObject trail = desk.document(report).getJsonObject("results").getJsonObject("trail");
    assertThat(trail.getJsonArray("removed").getJsonObject(0).getInt("events")).isEqualTo(5);
  }

  /** When all is hashed the first answer is kept, and waits here. */
  private void answersWait() throws SQLException {
    Database.run(superuser, "select pg_advisory_lock(" + GATE + ")");
    Database.run(
        superuser,
        ("create function tenant.wait_for_test() returns trigger language plpgsql as $$ begin"
                + " perform pg_advisory_xact_lock_shared(%s); return new; end $$;"
                + " create trigger waits before update on tenant.compliance_answer for each row"
                + " when (new.tenant_id = '%s') execute function tenant.wait_for_test()")
            .formatted(GATE, tenant.id()));
  }

  private long waiting() {
    return Database.count(
        superuser,
        "select count(*) from pg_locks where locktype = 'advisory' and not granted and objid::int = "
            + GATE);
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
