package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.freehold.launcher.FreeholdServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ends the server when the bytes of an upload are stored and its row is not. */
@Timeout(300)
class FilesKillIT {
  private static final Path DATA = Installation.dataFolder("-files-killed");
  private static final Map<String, String> SWEPT_AT_ONCE =
      Map.of("FREEHOLD_FILES_ORPHAN_MINUTES", "0");

  @Test
  void whatWasStoredAndNotCommittedIsNoFileAndIsSwept() throws Exception {
    TestTenant tenant;
    String known;
    String password;
    try (FreeholdServer server = Installation.start(DATA, false, SWEPT_AT_ONCE)) {
      password = server.generatedPassword().orElseThrow();
      tenant = new Fixtures(server.url(), server.administratorEmail(), password).newTenant();
      known = Upload.text(tenant.api());
      killBetweenStorageAndCommit(server, tenant);
    }
    try (FreeholdServer server = Installation.start(DATA, true, SWEPT_AT_ONCE)) {
      Api nobody = Api.at(server.url());
      Api owner = nobody.in(tenant.slug()).signedIn(tenant.owner().email(), TestTenant.PASSWORD);
      assertThat(owner.get("/api/files").is(200).each("id")).containsExactly(known);
      assertThat(stored(server, tenant)).hasSize(2);
      Housekeeping.run(nobody.in("platform").signedIn(server.administratorEmail(), password));
      assertThat(stored(server, tenant)).containsExactly(known);
      Download.of(owner, known).is(200);
    }
  }

  private static void killBetweenStorageAndCommit(FreeholdServer server, TestTenant tenant)
      throws Exception {
    try (Connection connection = server.database().administrator().connect()) {
      connection.setAutoCommit(false);
      Database.run(connection, "lock table tenant.file in share row exclusive mode");
      CompletableFuture<Void> upload =
          CompletableFuture.runAsync(() -> Upload.of("late.txt", "late").to(tenant.api()));
      List<String> stored =
          Await.until(
              Duration.ofSeconds(30), () -> stored(server, tenant), files -> files.size() == 2);
      ProcessHandle victim = server.serverProcess().orElseThrow();
      victim.destroyForcibly();
      assertThat(victim.onExit()).succeedsWithin(Duration.ofSeconds(20));
      assertThat(upload).failsWithin(Duration.ofSeconds(30));
      assertThat(stored).hasSize(2);
      connection.rollback();
    }
  }

  private static List<String> stored(FreeholdServer server, TestTenant tenant) {
    try (Stream<Path> all = Files.walk(server.folder().files().resolve(tenant.id()))) {
      return all.filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".part"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
