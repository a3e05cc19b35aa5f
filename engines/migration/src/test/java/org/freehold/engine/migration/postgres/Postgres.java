package org.freehold.engine.migration.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** One real PostgreSQL for all tests of this module, stopped when the JVM ends. */
public final class Postgres {
  private final int port;

  private Postgres(int port) {
    this.port = port;
  }

  private static final class Holder {
    static final Postgres STARTED = start();
  }

  /** A connection of its own as superuser. */
  public static Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + Holder.STARTED.port + "/postgres", "postgres", "");
  }

  private static Postgres start() {
    try {
      Path folder = Files.createDirectories(Path.of("target", "postgres").toAbsolutePath());
      Path run = Files.createTempDirectory(folder, "run-");
      Programs programs = Programs.unpackInto(run.resolve("home"));
      String data = run.resolve("data").toString();
      programs.run(
          "initdb",
          "--pgdata=" + data,
          "--username=postgres",
          "--auth=trust",
          "--encoding=UTF8",
          "--locale=C",
          "--no-sync");
      int port = freePort();
      String options =
          "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
                  .formatted(port)
              + " -c timezone=UTC -c jit=off -c autovacuum=off";
      programs.run(
          "pg_ctl", "start", "-D", data, "-w", "-o", options, "-l", run.resolve("log").toString());
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    programs.run("pg_ctl", "stop", "-D", data, "-m", "immediate", "-w");
                    delete(run);
                  }));
      return new Postgres(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
