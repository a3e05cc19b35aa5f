package org.freehold.environments.database.internal;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Properties;
import org.freehold.engine.migration.Sql;

/**
 * Opens connections to environments: as the keeper, who runs nothing that an environment could have
 * written, or as an environment's own role. Such a role has a password only while a session is
 * being opened.
 */
public final class Sessions {
  /** Of those who hold the environment's lock: leftovers of killed servers are found by it. */
  static final String APPLICATION = "freehold-release";

  /** Of those who write rows in batches beside them. */
  static final String BACKFILL = "freehold-backfill";

  /** Of those who only look, at any time. */
  static final String READ = "freehold-read";

  private static final int PASSWORD_BYTES = 24;
  private static final long OPENING = 0x66726565686f7074L;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Sessions() {}

  /**
   * The keeper's connection. Neither row security nor views of an environment may make it run
   * anything, and names are looked up in PostgreSQL's own schema only.
   */
  static Connection keeper(Site site) throws SQLException {
    Connection connection = connect(site.keeper(), "pg_catalog", APPLICATION);
    try {
      Jdbc.run(connection, "set row_security = off");
      Jdbc.run(connection, "set lock_timeout = '10s'");
      if (Jdbc.isTrue(
          connection,
          "select current_setting('restrict_nonsystem_relation_kind', true) is not null")) {
        Jdbc.run(connection, "set restrict_nonsystem_relation_kind = 'view, foreign-table'");
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** The environment's own connection, to look at it. */
  static Connection environment(Site site) throws SQLException {
    return environment(site, READ);
  }

  /** The environment's own connection under a name that says what for. */
  static Connection environment(Site site, String application) throws SQLException {
    if (!site.managed()) {
      return connect(site.keeper(), site.schema(), application);
    }
    try (Connection keeper = keeper(site)) {
      return environment(site, keeper, application);
    }
  }

  static Connection environment(Site site, Connection keeper, String application)
      throws SQLException {
    return as(site, keeper, site.role(), site.schema(), application);
  }

  /**
   * As a role that the keeper made, in one schema; in an outside database always the one login. One
   * at a time for a role: the next one would change the password under this one's hands.
   */
  static Connection as(Site site, Connection keeper, String role, String schema, String application)
      throws SQLException {
    if (!site.managed()) {
      return connect(site.keeper(), schema, application);
    }
    Jdbc.text(keeper, "select pg_advisory_lock(?, hashtext(?))::text", (int) OPENING, role);
    try {
      String password = random();
      String quoted = Sql.quote(role);
      Jdbc.run(keeper, "alter role " + quoted + " reset all");
      Jdbc.run(
          keeper,
          "alter role %s password %s valid until '%s'"
              .formatted(quoted, Sql.literal(ScramVerifier.of(password)), soon(keeper)));
      try {
        return connect(new Login(site.keeper().jdbcUrl(), role, password), schema, application);
      } finally {
        Jdbc.run(keeper, "alter role " + quoted + " password null valid until '-infinity'");
      }
    } finally {
      Jdbc.text(keeper, "select pg_advisory_unlock(?, hashtext(?))::text", (int) OPENING, role);
    }
  }

  private static String soon(Connection keeper) throws SQLException {
    return Jdbc.text(keeper, "select (clock_timestamp() + interval '1 minute')::text");
  }

  private static Connection connect(Login login, String schema, String application)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", login.user());
    properties.setProperty("password", login.password());
    properties.setProperty("ApplicationName", application);
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    // Values as their types write them: they are carried as text from one session to another.
    properties.setProperty("binaryTransfer", "false");
    properties.setProperty("prepareThreshold", "0");
    properties.setProperty("stringtype", "unspecified");
    // A backend whose server was killed must not go on for hours.
    properties.setProperty(
        "options",
        "-c search_path=%s -c client_connection_check_interval=2000 -c TimeZone=UTC"
                .formatted(schema)
            + " -c idle_in_transaction_session_timeout=600000");
    loadDriver();
    return DriverManager.getConnection(login.jdbcUrl(), properties);
  }

  /** Servers keep the driver in a library of their own, where nobody registers it by itself. */
  private static void loadDriver() throws SQLException {
    try {
      Class.forName("org.postgresql.Driver");
    } catch (ClassNotFoundException e) {
      throw new SQLException("The driver of PostgreSQL is missing", "08001", e);
    }
  }

  static String random() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
