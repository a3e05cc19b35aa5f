package org.freehold.launcher.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.postgresql.PGConnection;

/**
 * The database in which the environments of tenants are, beside Freehold's own: its role makes
 * schemas and roles there, and is no superuser.
 */
public final class EnvironmentsDatabase {
  public static final String NAME = "freehold_environments";

  /** What to tell whoever starts a server without it. */
  public static final String MISSING =
      "There is no database for environments, so releases are not configured: the administrator may"
          + " not make databases. Make one (docs/operations/environments.md) and name it with"
          + " FREEHOLD_ENVIRONMENTS_DATABASE_URL.";

  private static final String SCRIPT = "/db/environments/close.sql";
  private static final String NOT_ALLOWED = "42501";

  private EnvironmentsDatabase() {}

  /**
   * Makes database and role where they are missing. Empty when the administrator may not: the
   * server then runs without releases.
   */
  static Optional<DatabaseLogin> make(DatabaseLogin administrator, String password)
      throws SQLException {
    DatabaseLogin there = new DatabaseLogin(beside(administrator.jdbcUrl()), NAME, password);
    try (Connection connection = administrator.connect()) {
      makeRole(connection, password);
      if (!exists(connection, "select from pg_database where datname = ?")) {
        run(connection, "create database " + NAME + " owner " + NAME);
      }
    } catch (SQLException e) {
      if (NOT_ALLOWED.equals(e.getSQLState())) {
        return Optional.empty();
      }
      throw e;
    }
    DatabaseLogin inside =
        new DatabaseLogin(there.jdbcUrl(), administrator.user(), administrator.password());
    try (Connection connection = inside.connect()) {
      run(connection, script());
    }
    return Optional.of(there);
  }

  private static void makeRole(Connection connection, String password) throws SQLException {
    if (!exists(connection, "select from pg_roles where rolname = ?")) {
      run(connection, "create role " + NAME + " login createrole");
    }
    connection
        .unwrap(PGConnection.class)
        .alterUserPassword(NAME, password.toCharArray(), "scram-sha-256");
    if (!exists(
        connection, "select from pg_roles where rolsuper and ? <> '' and rolname = current_user")) {
      // Else it could not make a database that belongs to that role.
      run(connection, "grant " + NAME + " to current_user");
    }
  }

  private static boolean exists(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, NAME);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String script() {
    try (InputStream script = EnvironmentsDatabase.class.getResourceAsStream(SCRIPT)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same server. */
  static String beside(String jdbcUrl) {
    return jdbcUrl.replaceFirst("^(jdbc:postgresql://[^/]+/)[^?]*", "$1" + NAME);
  }
}
