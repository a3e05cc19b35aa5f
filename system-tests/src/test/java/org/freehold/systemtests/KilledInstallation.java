package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.freehold.launcher.FreeholdServer;

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
      Map.of("FREEHOLD_FILES_ORPHAN_MINUTES", "0", "FREEHOLD_AUDIT_CHECKPOINT_SECONDS", "1");

  private static FreeholdServer server;
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
      Runtime.getRuntime().addShutdownHook(new Thread(() -> server.close(), "stop-killed"));
    }
    return server;
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
    kill(ProcessHandle.of(server().database().server().orElseThrow().pid()).orElseThrow());
  }

  private static void kill(ProcessHandle victim) {
    victim.destroyForcibly();
    assertThat(victim.onExit()).succeedsWithin(Duration.ofSeconds(20));
  }

  /** After a kill: what is left is stopped, and all begins again on the same data. */
  static FreeholdServer startAgain() {
    server.close();
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
