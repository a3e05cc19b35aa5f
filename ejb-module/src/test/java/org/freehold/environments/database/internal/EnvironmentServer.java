package org.freehold.environments.database.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/** One PostgreSQL for all tests, with a database for environments as the launcher makes it. */
final class EnvironmentServer {
  private static final String DATABASE = "freehold_environments";
  private static final EmbeddedPostgres SERVER = start();

  private EnvironmentServer() {}

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres server = EmbeddedPostgres.builder().start();
      try (Connection connection = server.getPostgresDatabase().getConnection()) {
        Jdbc.run(
            connection, "create role freehold_environments login createrole password 'keeper'");
        Jdbc.run(connection, "create database " + DATABASE + " owner freehold_environments");
        askForPasswords(connection);
      }
      try (Connection connection =
              DriverManager.getConnection(url(server), "postgres", "postgres");
          InputStream script =
              EnvironmentServer.class.getResourceAsStream("/db/environments/close.sql")) {
        Jdbc.run(connection, new String(script.readAllBytes(), StandardCharsets.UTF_8));
      }
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of everybody but the superuser. */
  private static void askForPasswords(Connection connection) throws SQLException, IOException {
    Files.writeString(
        Path.of(Jdbc.text(connection, "show hba_file")),
        "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
    Jdbc.text(connection, "select pg_reload_conf()");
  }

  private static String url(EmbeddedPostgres server) {
    return server
        .getJdbcUrl("postgres", DATABASE)
        .replaceAll("\\?.*", "")
        .replace("localhost", "127.0.0.1");
  }

  /** Another environment, whose schema and role are there. */
  static Site environment() throws SQLException {
    Site site = Site.managed(UUID.randomUUID(), keeper(), 10);
    try (Connection keeper = Sessions.keeper(site)) {
      Provisioning.ensure(keeper, site);
    }
    return site;
  }

  static Login keeper() {
    return new Login(url(SERVER), "freehold_environments", "keeper");
  }

  static Connection superuser() throws SQLException {
    return DriverManager.getConnection(url(SERVER), "postgres", "postgres");
  }

  /** Statements as the environment itself. */
  static void run(Site site, String... statements) throws SQLException {
    try (Connection connection = Sessions.environment(site)) {
      for (String statement : statements) {
        Jdbc.run(connection, statement);
      }
    }
  }

  static String text(Site site, String sql) throws SQLException {
    try (Connection connection = Sessions.environment(site)) {
      return Jdbc.text(connection, sql);
    }
  }
}
