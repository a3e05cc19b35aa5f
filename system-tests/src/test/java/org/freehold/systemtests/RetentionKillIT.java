package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.freehold.engine.transparency.bundle.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends the server when an archive is certified and not counted yet, and when events are removed.
 */
@Timeout(600)
@OwnServers
class RetentionKillIT {
  private static final int EVENTS = 1500;

  @TempDir private Path folder;

  @Test
  void aCleanUpThatIsKilledTwiceRemovesWhatIsArchivedAndNothingElse() throws Exception {
    TestTenant tenant = KilledInstallation.newTenant();
    Api owner = KilledInstallation.owner(tenant);
    try (Connection superuser = KilledInstallation.server().database().administrator().connect()) {
      OldEvents.add(superuser, tenant, "2015-03", EVENTS, null);
    }
    String kept = AuditBundles.checkpoint(owner);
    String run =
        KilledInstallation.operator()
            .post(
                "/api/jobs/retention-cleanup/runs",
                "{\"parameters\":{\"tenant_slug\":\"" + tenant.slug() + "\"}}")
            .is(202)
            .id();
    killWhileItWaitsFor("lock table tenant.audit_certificate in share row exclusive mode");
    KilledInstallation.startAgain();
    try (Connection superuser = KilledInstallation.server().database().administrator().connect()) {
      assertThat(OldEvents.left(superuser, tenant)).isEqualTo(EVENTS);
      assertThat(certificates(superuser, tenant)).as("on record before the kill").isNotEmpty();
    }
    // The first batch of a thousand goes; the second waits.
    killWhileItWaitsFor(
        "select id from tenant.audit_event where tenant_id = '"
            + tenant.id()
            + "' and recorded_at < '2020-01-01' order by id desc limit 1 for update");
    KilledInstallation.startAgain();
    Await.until(
        Duration.ofSeconds(90),
        () -> KilledInstallation.operator().get("/api/jobs/runs/" + run).is(200).string("status"),
        "completed"::equals);
    owner = KilledInstallation.owner(tenant);
    try (Connection superuser = KilledInstallation.server().database().administrator().connect()) {
      assertThat(OldEvents.left(superuser, tenant)).isZero();
      assertThat(
              Database.texts(
                  superuser,
                  "select sum(events) from tenant.retention_archive where status = 'certified' and tenant_id = '"
                      + tenant.id()
                      + "'"))
          .as("each event in one archive")
          .containsExactly(String.valueOf(EVENTS));
      assertThat(certificates(superuser, tenant))
          .as("each archive once, whatever died")
          .doesNotHaveDuplicates()
          .hasSameElementsAs(
              Database.texts(
                  superuser,
                  "select id from tenant.retention_archive where status = 'certified' and tenant_id = '"
                      + tenant.id()
                      + "'"));
    }
    Report report = AuditBundles.verify(owner, new AuditBundles(folder).whole(owner), kept);
    assertThat(report.findings()).isEmpty();
    assertThat(report.removed()).isEqualTo(EVENTS);
  }

  /** The archives that certificates are about. */
  private static List<String> certificates(Connection superuser, TestTenant tenant)
      throws SQLException {
    return Database.texts(
        superuser,
        "select resource_id from tenant.audit_event where action = 'retention.certified' and tenant_id = '"
            + tenant.id()
            + "'");
  }

  /** Holds the lock until the server waits for it, and kills the server then. */
  private static void killWhileItWaitsFor(String lock) throws SQLException {
    try (Connection blocking = KilledInstallation.server().database().administrator().connect();
        Connection watching = KilledInstallation.server().database().administrator().connect()) {
      blocking.setAutoCommit(false);
      Database.texts(blocking, "select pg_backend_pid()");
      if (lock.startsWith("lock")) {
        Database.run(blocking, lock);
      } else {
        Database.texts(blocking, lock);
      }
      Await.until(Duration.ofSeconds(60), () -> waiting(watching), seen -> !seen.equals("0"));
      KilledInstallation.kill();
      blocking.rollback();
    }
  }

  private static String waiting(Connection watching) {
    try {
      return Database.texts(
              watching,
              "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and"
                  + " (query like '%audit_certificate%' or query like '%remove_certified_events%')")
          .get(0);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
