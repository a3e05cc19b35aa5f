package org.freehold.launcher.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.freehold.launcher.folder.DataFolder;
import org.freehold.launcher.folder.Refused;
import org.freehold.launcher.folder.Secrets;

/** A database that is up and migrated, embedded or outside, and the ways into it. */
public final class FreeholdDatabase implements AutoCloseable {
  private static final String NAME = "freehold";

  private final Optional<EmbeddedDatabase> embedded;
  private final DatabaseLogin administrator;
  private final RolePasswords passwords;
  private final Migrations.Result migrated;
  private final Optional<DatabaseLogin> environments;

  private FreeholdDatabase(
      Optional<EmbeddedDatabase> embedded, DatabaseLogin administrator, RolePasswords passwords) {
    this.embedded = embedded;
    this.administrator = administrator;
    this.passwords = passwords;
    this.migrated = Migrations.run(administrator, passwords);
    this.environments = madeEnvironments();
  }

  private Optional<DatabaseLogin> madeEnvironments() {
    if (passwords.environments() == null) {
      return Optional.empty();
    }
    try {
      return EnvironmentsDatabase.make(administrator, passwords.environments());
    } catch (SQLException e) {
      throw new Refused(
          "The database for environments could not be made beside that of %s: %s"
              .formatted(administrator, e.getMessage()),
          "Repair the cause, or make one by hand and name it with"
              + " FREEHOLD_ENVIRONMENTS_DATABASE_URL.",
          e);
    }
  }

  /** Starts the embedded PostgreSQL of the folder; the caller holds the folder's lock. */
  public static FreeholdDatabase embedded(DataFolder folder, int wantedPort) {
    EmbeddedDatabase server = EmbeddedDatabase.start(folder, wantedPort);
    try {
      make(server);
      return new FreeholdDatabase(
          Optional.of(server), server.superuser(NAME), RolePasswords.keptIn(new Secrets(folder)));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** Uses a PostgreSQL that somebody else runs. */
  public static FreeholdDatabase outside(DatabaseLogin administrator, RolePasswords passwords) {
    return new FreeholdDatabase(Optional.empty(), administrator, passwords);
  }

  /** For migrations, tests and repairs: its password must never reach the server. */
  public DatabaseLogin administrator() {
    return administrator;
  }

  public DatabaseLogin app() {
    return new DatabaseLogin(administrator.jdbcUrl(), Roles.APP, passwords.app());
  }

  public DatabaseLogin worker() {
    return new DatabaseLogin(administrator.jdbcUrl(), Roles.WORKER, passwords.worker());
  }

  /**
   * The role that keeps the environments; empty when the database is somebody else's, or could not
   * be made because the administrator may not make databases.
   */
  public Optional<DatabaseLogin> environments() {
    return environments;
  }

  public Migrations.Result migrated() {
    return migrated;
  }

  /** The server, when it is ours. */
  public Optional<EmbeddedDatabase> server() {
    return embedded;
  }

  @Override
  public void close() {
    embedded.ifPresent(EmbeddedDatabase::close);
  }

  private static void make(EmbeddedDatabase server) {
    try (Connection connection = server.superuser("postgres").connect();
        Statement statement = connection.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery("select from pg_database where datname = '" + NAME + "'")) {
        if (rows.next()) {
          return;
        }
      }
      statement.execute("create database " + NAME);
    } catch (SQLException e) {
      throw new Refused(
          "The embedded PostgreSQL does not answer: " + e.getMessage(),
          "If secrets.properties of the data folder was changed, put the old one back.",
          e);
    }
  }
}
