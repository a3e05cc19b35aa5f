package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.freehold.launcher.FreeholdServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ends the server when the bytes of an upload are stored and its row is not. */
@Timeout(600)
@OwnServers
class FilesKillIT {
  @Test
  void whatWasStoredAndNotCommittedIsNoFileAndIsSwept() throws Exception {
    TestTenant tenant = KilledInstallation.newTenant();
    String known = Upload.text(tenant.api());
    killBetweenStorageAndCommit(KilledInstallation.server(), tenant);
    FreeholdServer server = KilledInstallation.startAgain();
    Api owner = KilledInstallation.owner(tenant);
    assertThat(owner.get("/api/files").is(200).each("id")).containsExactly(known);
    assertThat(stored(server, tenant)).hasSize(2);
    Housekeeping.run(KilledInstallation.operator());
    assertThat(stored(server, tenant)).containsExactly(known);
    Download.of(owner, known).is(200);
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
      KilledInstallation.kill();
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
