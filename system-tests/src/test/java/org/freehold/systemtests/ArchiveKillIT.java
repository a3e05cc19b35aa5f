package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.freehold.engine.transparency.bundle.Report;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends the server while the bytes of an archive are written, and when they are stored and no row
 * says so: what counts in the end is one archive that was read back, and no stray bytes.
 */
@Timeout(600)
@EnabledIfSystemProperty(named = "freehold.proof", matches = "true")
@OwnServers
class ArchiveKillIT {
  /** An hour apart, and so of one month. */
  private static final int EVENTS = 600;

  private static final String ARCHIVES = "/api/compliance/retention-archives";
  private static final Duration LONG = Duration.ofSeconds(90);

  @TempDir private Path folder;
  private TestTenant tenant;

  @Test
  void anArchiveThatWasNotReadBackLetsNothingGoAndIsSwept() throws Exception {
    tenant = KilledInstallation.newTenant();
    String kept;
    String run;
    try (Connection superuser = superuser()) {
      OldEvents.add(superuser, tenant, "2015-03", EVENTS, null);
      kept = AuditBundles.checkpoint(KilledInstallation.owner(tenant));
      KillGate.close(
          superuser,
          "tenant.retention_archive",
          ours("old.file_id is null and new.file_id is not null"));
      run = cleanUp();
      KillGate.isReached(superuser);
      killAmidTheBytes(superuser);
      nothingCounts(superuser);
      KillGate.remove(superuser);
      KillGate.close(superuser, "tenant.retention_archive", ours("new.status = 'stored'"));
    }
    KilledInstallation.startAgain();
    try (Connection superuser = superuser()) {
      KillGate.isReached(superuser);
      assertThat(stored()).as("of this run, and what it left when it was killed").hasSize(2);
      assertThat(KilledInstallation.owner(tenant).get(ARCHIVES).is(200).items()).isEmpty();
      KilledInstallation.kill();
      nothingCounts(superuser);
      KillGate.remove(superuser);
    }
    KilledInstallation.startAgain();
    Await.until(
        LONG,
        () -> KilledInstallation.operator().get("/api/jobs/runs/" + run).is(200).string("status"),
        "completed"::equals);
    everythingIsInOneArchive(kept);
    assertThat(stored()).hasSize(3);
    Housekeeping.run(KilledInstallation.operator());
    assertThat(stored()).as("nobody's bytes are swept").hasSize(1);
    everythingIsInOneArchive(kept);
  }

  /** Others are on the same installation. */
  @AfterEach
  void openTheGate() throws SQLException {
    try (Connection superuser = superuser()) {
      KillGate.remove(superuser);
    }
  }

  private String ours(String condition) {
    return "new.tenant_id = '" + tenant.id() + "' and " + condition;
  }

  private String cleanUp() {
    return KilledInstallation.operator()
        .post(
            "/api/jobs/retention-cleanup/runs",
            "{\"parameters\":{\"tenant_slug\":\"" + tenant.slug() + "\"}}")
        .is(202)
        .id();
  }

  /** The server is let go on for a moment at a time, until it has begun to write. */
  private void killAmidTheBytes(Connection superuser) throws Exception {
    String server = Long.toString(KilledInstallation.server().serverProcess().orElseThrow().pid());
    signal("-STOP", server);
    KillGate.open(superuser);
    long end = System.nanoTime() + LONG.toNanos();
    while (stored().isEmpty() && System.nanoTime() < end) {
      signal("-CONT", server);
      signal("-STOP", server);
    }
    // Nearly always a part of it; on a quick machine a moment may do for all.
    assertThat(stored()).hasSize(1);
    KilledInstallation.kill();
  }

  private static void signal(String name, String process) throws Exception {
    assertThat(new ProcessBuilder("kill", name, process).start().waitFor()).isZero();
  }

  private void nothingCounts(Connection superuser) throws SQLException {
    assertThat(OldEvents.left(superuser, tenant)).isEqualTo(EVENTS);
    assertThat(
            Database.texts(
                superuser,
                "select status from tenant.retention_archive where status <> 'planned'"
                    + " and tenant_id = '"
                    + tenant.id()
                    + "'"))
        .isEmpty();
  }

  private void everythingIsInOneArchive(String kept) throws Exception {
    Api owner = KilledInstallation.owner(tenant);
    List<JsonObject> archives = owner.get(ARCHIVES).is(200).items();
    assertThat(archives).singleElement().extracting(one -> one.getInt("events")).isEqualTo(EVENTS);
    JsonObject archive = archives.get(0);
    byte[] content =
        owner.bytes("GET", ARCHIVES + "/" + archive.getString("id") + "/content").body();
    assertThat(MessageDigest.getInstance("SHA-256").digest(content))
        .asHexString()
        .isEqualToIgnoringCase(archive.getString("sha256"));
    try (Connection superuser = superuser()) {
      assertThat(OldEvents.left(superuser, tenant)).isZero();
    }
    Report report = AuditBundles.verify(owner, new AuditBundles(folder).whole(owner), kept);
    assertThat(report.findings()).isEmpty();
    assertThat(report.removed()).isEqualTo(EVENTS);
  }

  /** All files that the tenant has in the storage, whole or not. */
  private List<String> stored() {
    Path files = KilledInstallation.server().folder().files().resolve(tenant.id());
    if (!Files.exists(files)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(files)) {
      return all.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Connection superuser() throws SQLException {
    return KilledInstallation.server().database().administrator().connect();
  }
}
