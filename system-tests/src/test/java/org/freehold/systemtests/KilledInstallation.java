package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.freehold.launcher.FreeholdServer;
import org.freehold.launcher.database.EmbeddedDatabase;

/**
 * The one installation that tests kill: started by the first, again after each kill, and stopped
 * when the tests end.
 */
final class KilledInstallation {
  private static final Path DATA = Installation.dataFolder("-killed");

  /**
   * What lies about in the storage of files is swept whatever its age, and checkpoints are signed
   * while a test waits.
   */
  private static final Map<String, String> VARIABLES =
      Map.of(
          "FREEHOLD_FILES_ORPHAN_MINUTES",
          "0",
          "FREEHOLD_AUDIT_CHECKPOINT_SECONDS",
          "1",
          // More than any test that sends on after a kill can send.
          "FREEHOLD_LIMITS_REQUESTS_PER_MINUTE",
          "100000",
          "FREEHOLD_LIMITS_TENANT_REQUESTS_PER_MINUTE",
          "100000");

  private static FreeholdServer server;

  /** The database that was started by itself since; null without one. */
  private static EmbeddedDatabase database;

  private static String password;

  private KilledInstallation() {}

  /** Running: also when a test before this one left it dead. */
  static FreeholdServer server() {
    if (server != null && !isAlive()) {
      startAgain();
    }
    if (server == null) {
      server = Installation.start(DATA, false, VARIABLES);
      password = server.generatedPassword().orElseThrow();
      Runtime.getRuntime().addShutdownHook(new Thread(KilledInstallation::close, "stop-killed"));
    }
    return server;
  }

  private static void close() {
    server.close();
    if (database != null) {
      database.close();
      database = null;
    }
  }

  private static boolean isAlive() {
    return server.serverProcess().filter(ProcessHandle::isAlive).isPresent()
        && server.database().server().isPresent();
  }

  /** Kills the server, as {@code kill -9} does. */
  static void kill() {
    kill(server().serverProcess().orElseThrow());
  }

  /** Kills the database under the server. */
  static void killDatabase() {
    EmbeddedDatabase ours = server().database().server().orElseThrow();
    long victim = database == null ? ours.pid() : database.pid();
    kill(ProcessHandle.of(victim).orElseThrow());
  }

  /** After a kill of the database: it begins again, under the server that goes on. */
  static void startDatabaseAgain() {
    int port = server.database().server().orElseThrow().port();
    database = EmbeddedDatabase.start(server.folder(), port);
  }

  private static void kill(ProcessHandle victim) {
    victim.destroyForcibly();
    assertThat(victim.onExit()).succeedsWithin(Duration.ofSeconds(20));
  }

  /** After a kill: what is left is stopped, and all begins again on the same data. */
  static FreeholdServer startAgain() {
    close();
    server = Installation.start(DATA, true, VARIABLES);
    return server;
  }

  static TestTenant newTenant() {
    return new Fixtures(server().url(), server.administratorEmail(), password).newTenant();
  }

  /** The platform's operator. */
  static Api operator() {
    return Api.at(server().url()).in("platform").signedIn(server.administratorEmail(), password);
  }

  /** The owner of the tenant, signed in where the server is now. */
  static Api owner(TestTenant tenant) {
    return Api.at(server().url())
        .in(tenant.slug())
        .signedIn(tenant.owner().email(), TestTenant.PASSWORD);
  }
}
