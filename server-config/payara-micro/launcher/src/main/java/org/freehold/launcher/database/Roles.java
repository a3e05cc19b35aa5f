package org.freehold.launcher.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.freehold.launcher.folder.Refused;
import org.postgresql.PGConnection;

/**
 * The three roles and the three schemas. {@code freehold_owner} owns what migrations make and
 * cannot sign in; {@code freehold_app} and {@code freehold_worker} own nothing of it and never
 * bypass row-level security.
 */
final class Roles {
  static final String OWNER = "freehold_owner";
  static final String APP = "freehold_app";
  static final String WORKER = "freehold_worker";

  /** Any number that nobody else locks: two nodes that migrate at once wait for each other. */
  private static final long LOCK = 0x66726565686f6c64L;

  private final Connection connection;

  private Roles(Connection connection) {
    this.connection = connection;
  }

  static void prepare(DatabaseLogin administrator, RolePasswords passwords) throws SQLException {
    try (Connection connection = administrator.connect()) {
      Roles roles = new Roles(connection);
      roles.run("select pg_advisory_lock(" + LOCK + ")");
      roles.makeRoles(passwords);
      roles.makeSchemas();
      roles.closeTheRest();
    }
  }

  private void makeRoles(RolePasswords passwords) throws SQLException {
    make(OWNER, "nologin");
    make(APP, "login");
    make(WORKER, "login");
    // Computes the verifier here, so that the password never crosses the wire nor reaches a log.
    PGConnection postgres = connection.unwrap(PGConnection.class);
    postgres.alterUserPassword(APP, passwords.app().toCharArray(), "scram-sha-256");
    postgres.alterUserPassword(WORKER, passwords.worker().toCharArray(), "scram-sha-256");
    if (!isTrue("select rolsuper from pg_roles where rolname = current_user")) {
      run("grant " + OWNER + ", " + APP + " to current_user");
    }
  }

  private void make(String role, String login) throws SQLException {
    if (!isTrue("select exists (select from pg_roles where rolname = '" + role + "')")) {
      run("create role " + role + " " + login);
    }
    if (isTrue("select rolsuper or rolbypassrls from pg_roles where rolname = '" + role + "'")) {
      throw new Refused(
          "The database role " + role + " is a superuser or bypasses row-level security.",
          "Run \"alter role "
              + role
              + " nosuperuser nobypassrls\" as a superuser and start again.");
    }
  }

  private void makeSchemas() throws SQLException {
    run("create schema if not exists control authorization " + OWNER);
    run("create schema if not exists tenant authorization " + OWNER);
    // The repository of Jakarta Batch makes its own tables, so the server owns that schema.
    run("create schema if not exists batch authorization " + APP);
  }

  private void closeTheRest() throws SQLException {
    String mine =
        "select pg_has_role(datdba, 'usage') from pg_database where datname = current_database()";
    if (isTrue(mine)) {
      String database = text("select quote_ident(current_database())");
      run("revoke all on database " + database + " from public");
      run("grant connect on database %s to %s, %s, %s".formatted(database, OWNER, APP, WORKER));
      run("revoke all on schema public from public");
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private boolean isTrue(String sql) throws SQLException {
    return "t".equals(text(sql));
  }

  private String text(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getString(1) : "";
    }
  }
}
