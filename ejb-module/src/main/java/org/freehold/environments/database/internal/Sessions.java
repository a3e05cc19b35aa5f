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

  /** How long somebody else's database may be silent while it is asked something short. */
  private static final Patience OUTSIDE = new Patience(20, 30, 60_000);

  /** Our own one is waited for as long as it takes, once it has let us in. */
  private static final Patience MANAGED = new Patience(20, 30, 0);

  /** Beyond the time that the database itself gives a statement. */
  private static final int MARGIN_MILLIS = 60_000;

  /**
   * The host of a session may be gone without a word: the database ends it, and takes back its
   * locks, within half a minute, whether it waits for words or sends them.
   */
  private static final String DEATH_IS_NOTICED =
      " -c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3"
          + " -c tcp_user_timeout=30000";

  private static final int PASSWORD_BYTES = 24;
  private static final long OPENING = 0x66726565686f7074L;
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * How long a database is waited for.
   *
   * @param loginSeconds until it has let us in
   * @param openingSeconds for each answer until then
   * @param answerMillis for each answer afterwards; 0 for ever
   */
  record Patience(int loginSeconds, int openingSeconds, int answerMillis) {}

  private Sessions() {}

  private static Patience patience(Site site) {
    return site.managed() ? MANAGED : OUTSIDE;
  }

  /** For work that may take so long: a database that is not waited for for ever gets more time. */
  static void expect(Connection connection, long millis) throws SQLException {
    if (connection.getNetworkTimeout() != 0) {
      connection.setNetworkTimeout(Runnable::run, Math.toIntExact(millis + MARGIN_MILLIS));
    }
  }

  /**
   * The keeper's connection. Neither row security nor views of an environment may make it run
   * anything, and names are looked up in PostgreSQL's own schema only.
   */
  static Connection keeper(Site site) throws SQLException {
    Connection connection = connect(site.keeper(), "pg_catalog", APPLICATION, patience(site));
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
      return connect(site.keeper(), site.schema(), application, OUTSIDE);
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
      return connect(site.keeper(), schema, application, OUTSIDE);
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
        return connect(
            new Login(site.keeper().jdbcUrl(), role, password), schema, application, MANAGED);
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

  static Connection connect(Login login, String schema, String application, Patience patience)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", login.user());
    properties.setProperty("password", login.password());
    properties.setProperty("ApplicationName", application);
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("loginTimeout", String.valueOf(patience.loginSeconds()));
    properties.setProperty("socketTimeout", String.valueOf(patience.openingSeconds()));
    properties.setProperty("maxResultBuffer", "64M");
    // Values as their types write them: they are carried as text from one session to another.
    properties.setProperty("binaryTransfer", "false");
    properties.setProperty("prepareThreshold", "0");
    properties.setProperty("stringtype", "unspecified");
    // A backend whose server was killed must not go on for hours.
    properties.setProperty(
        "options",
        "-c search_path=%s -c client_connection_check_interval=2000 -c TimeZone=UTC"
                .formatted(schema)
            + " -c idle_in_transaction_session_timeout=600000"
            + DEATH_IS_NOTICED);
    loadDriver();
    Connection connection = DriverManager.getConnection(login.jdbcUrl(), properties);
    try {
      connection.setNetworkTimeout(Runnable::run, patience.answerMillis());
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
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
