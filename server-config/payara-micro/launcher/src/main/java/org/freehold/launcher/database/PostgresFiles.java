package org.freehold.launcher.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.freehold.launcher.folder.Refused;

/**
 * The files in a data directory that we write (its settings) or read (its version, its process).
 */
final class PostgresFiles {
  private final Path directory;

  PostgresFiles(Path directory) {
    this.directory = directory;
  }

  boolean exist() {
    return Files.exists(directory.resolve("PG_VERSION"));
  }

  void refuseOtherMajor() throws IOException {
    String major = Files.readString(directory.resolve("PG_VERSION")).strip();
    if (!major.equals(Integer.toString(PostgresBinaries.MAJOR))) {
      throw new Refused(
          "The database in %s was made by PostgreSQL %s, and this Freehold carries PostgreSQL %d."
              .formatted(directory, major, PostgresBinaries.MAJOR),
          "Start it with the Freehold that made it, take a backup there, and restore the backup"
              + " here into a new folder.");
    }
  }

  /**
   * Written at every start, so that a new version of Freehold brings its settings; what an operator
   * puts into {@code local.conf} comes last and wins.
   */
  void writeSettings(int port) throws IOException {
    Files.writeString(
        directory.resolve("postgresql.conf"),
        """
        # Written by Freehold at every start. Put your own settings into local.conf.
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        password_encryption = 'scram-sha-256'
        max_connections = 100
        shared_buffers = 64MB
        max_wal_size = 512MB
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_line_prefix = '%%m [%%p] %%u@%%d '
        include_if_exists = 'local.conf'
        """
            .formatted(port));
    Files.writeString(
        directory.resolve("pg_hba.conf"),
        """
        # Written by Freehold at every start.
        host all all 127.0.0.1/32 scram-sha-256
        """);
  }

  /** The process that postmaster.pid names, alive or not. */
  Optional<Long> postmaster() throws IOException {
    Path file = directory.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    return lines.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(lines.get(0).strip()));
  }

  void forgetPostmaster() throws IOException {
    Files.deleteIfExists(directory.resolve("postmaster.pid"));
  }
}
