package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.freehold.launcher.FreeholdServer;

/** Two servers on one database. */
final class TwoNodes {
  private static final Duration LEASE = Duration.ofSeconds(10);

  /** The database's own; the other is the one that fares ill. */
  private static FreeholdServer first;

  private static FreeholdServer second;
  private static Fixtures fixtures;

  private TwoNodes() {}

  static void start() {
    first = node("-first", false, Map.of());
    second = node("-second", false, Installation.beside(first));
    fixtures =
        new Fixtures(
            first.url(), first.administratorEmail(), first.generatedPassword().orElseThrow());
  }

  private static FreeholdServer node(String name, boolean keep, Map<String, String> more) {
    Map<String, String> variables = new HashMap<>(more);
    variables.put("FREEHOLD_JOBS_LEASE_SECONDS", Long.toString(LEASE.toSeconds()));
    variables.put("FREEHOLD_LIMITS_REQUESTS_PER_MINUTE", "6000");
    return Installation.start(Installation.dataFolder(name), keep, variables);
  }

  static void stop() {
    Stream.of(second, first).filter(node -> node != null).forEach(FreeholdServer::close);
  }

  static FreeholdServer first() {
    return first;
  }

  static FreeholdServer second() {
    return second;
  }

  static TestTenant newTenant() {
    return fixtures.newTenant();
  }

  /** The owner of the tenant on the node. */
  static Api of(FreeholdServer node, TestTenant tenant) {
    return Api.at(node.url())
        .in(tenant.slug())
        .signedIn(tenant.owner().email(), TestTenant.PASSWORD);
  }

  /** Kills the second, as {@code kill -9} does. */
  static void killSecond() {
    ProcessHandle victim = second.serverProcess().orElseThrow();
    victim.destroyForcibly();
    assertThat(victim.onExit()).succeedsWithin(Duration.ofSeconds(20));
  }

  static void startSecondAgain() {
    second.close();
    second = node("-second", true, Installation.beside(first));
  }

  /** Where it has no lock on the table, which nobody could take from it before it thaws. */
  static void freeze(FreeholdServer node, String table, Connection database) {
    String locks =
        "select count(*) from pg_locks where relation = '%s'::regclass".formatted(table)
            + " and mode in ('AccessShareLock', 'RowShareLock', 'RowExclusiveLock')"
            + " and pid <> pg_backend_pid()";
    signal("-STOP", node);
    while (Database.count(database, locks) > 0) {
      signal("-CONT", node);
      signal("-STOP", node);
    }
  }

  static void thaw(FreeholdServer node) {
    signal("-CONT", node);
  }

  /** {@code -STOP}, which it cannot refuse, or {@code -CONT}. */
  static void signal(String name, FreeholdServer node) {
    long process = node.serverProcess().orElseThrow().pid();
    try {
      int exit = new ProcessBuilder("kill", name, Long.toString(process)).start().waitFor();
      assertThat(exit).as("kill %s %s", name, process).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static boolean says(FreeholdServer node, String words) {
    try {
      return Files.readString(node.folder().log().resolve("server.log")).contains(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
