package org.freehold.launcher.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import org.freehold.launcher.folder.DataFolder;
import org.freehold.launcher.folder.Folders;
import org.freehold.launcher.folder.Ports;
import org.freehold.launcher.folder.PropertiesFile;
import org.freehold.launcher.folder.Refused;
import org.freehold.launcher.folder.Secrets;

/**
 * A real PostgreSQL of our own: loopback only, SCRAM only, data kept, every commit on disk. The
 * caller holds the lock of the folder, so a server found running on it is an orphan of a launcher
 * that was killed, and is stopped first.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final String SUPERUSER = "postgres";
  private static final String REMEMBERED_PORT = "database.port";
  private static final String STOP_SECONDS = "20";

  private final DataFolder folder;
  private final PostgresPrograms programs;
  private final PostgresFiles files;
  private final String password;
  private int port;
  private ProcessHandle postmaster;

  private EmbeddedDatabase(DataFolder folder) {
    this.folder = folder;
    this.programs = new PostgresPrograms(PostgresBinaries.unpackInto(Cache.of(folder)));
    this.files = new PostgresFiles(folder.postgres());
    this.password = new Secrets(folder).password("database.superuser");
  }

  /**
   * Starts PostgreSQL on the folder, making the database first when there is none.
   *
   * @param wantedPort a port that must be free, or 0 for one that is chosen once and remembered
   */
  public static EmbeddedDatabase start(DataFolder folder, int wantedPort) {
    EmbeddedDatabase database = new EmbeddedDatabase(folder);
    try {
      if (database.files.exist()) {
        database.files.refuseOtherMajor();
        new OrphanedPostgres(folder.postgres()).stop();
      } else {
        database.make();
      }
      database.startOn(wantedPort);
      return database;
    } catch (IOException e) {
      if (NoSpace.in(e.getMessage())) {
        throw NoSpace.refused(folder.root());
      }
      throw new UncheckedIOException("PostgreSQL could not be started on " + folder.root(), e);
    }
  }

  /** The superuser's way into one of its databases. Never for the server. */
  public DatabaseLogin superuser(String database) {
    return new DatabaseLogin(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, SUPERUSER, password);
  }

  public int port() {
    return port;
  }

  /** The process of the postmaster. */
  public long pid() {
    return postmaster.pid();
  }

  /** Completed when PostgreSQL has ended, by us or by itself. */
  public CompletableFuture<ProcessHandle> onExit() {
    return postmaster.onExit();
  }

  /** Fast: open transactions are rolled back, the rest is on disk. Immediate after 20 seconds. */
  @Override
  public void close() {
    if (!postmaster.isAlive()) {
      return;
    }
    String directory = folder.postgres().toString();
    if (programs.pgCtl("stop", "-D", directory, "-m", "fast", "-w", "-t", STOP_SECONDS).failed()
        && postmaster.isAlive()) {
      programs.pgCtl("stop", "-D", directory, "-m", "immediate", "-w", "-t", STOP_SECONDS);
    }
  }

  private void make() throws IOException {
    Path fresh = folder.postgres().resolveSibling("postgresql.new");
    Folders.delete(fresh);
    Path passwordFile = folder.run().resolve("initdb.password");
    PropertiesFile.writePrivately(passwordFile, password + "\n");
    try {
      PostgresPrograms.Outcome outcome =
          programs.initdb(
              "--pgdata=" + fresh,
              "--username=" + SUPERUSER,
              "--pwfile=" + passwordFile,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale=C",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--data-checksums");
      refuseFailure("PostgreSQL could not make its database", outcome);
    } finally {
      Files.deleteIfExists(passwordFile);
    }
    // initdb works beside the final place: a crash in the middle leaves nothing that looks whole.
    Files.move(fresh, folder.postgres(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void startOn(int wantedPort) throws IOException {
    port = wantedPort == 0 ? rememberedOrFree() : wantedPort;
    Ports.refuseTaken(port, "PostgreSQL", "--database-port");
    files.writeSettings(port);
    Path log = folder.log().resolve("postgresql.log");
    LogFile.roll(log);
    PostgresPrograms.Outcome outcome =
        programs.pgCtl(
            "start", "-D", folder.postgres().toString(), "-l", log.toString(), "-w", "-t", "120");
    if (outcome.failed()) {
      String end = LogFile.end(log, 20);
      refuseFailure("PostgreSQL did not start", new PostgresPrograms.Outcome(outcome.exit(), end));
    }
    postmaster = ProcessHandle.of(files.postmaster().orElseThrow()).orElseThrow();
    folder.remembered().put(REMEMBERED_PORT, Integer.toString(port));
  }

  private int rememberedOrFree() {
    return folder
        .remembered()
        .get(REMEMBERED_PORT)
        .map(Integer::valueOf)
        .filter(Ports::isFree)
        .orElseGet(Ports::anyFree);
  }

  private void refuseFailure(String what, PostgresPrograms.Outcome outcome) {
    if (!outcome.failed()) {
      return;
    }
    if (NoSpace.in(outcome.text())) {
      throw NoSpace.refused(folder.root());
    }
    throw new Refused(
        what + " in " + folder.postgres() + ": " + outcome.text().strip(),
        "The log is " + folder.log().resolve("postgresql.log") + ".");
  }
}
