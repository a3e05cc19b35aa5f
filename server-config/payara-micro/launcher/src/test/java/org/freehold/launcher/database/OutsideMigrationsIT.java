package org.freehold.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.freehold.launcher.folder.DataFolder;
import org.freehold.launcher.folder.Refused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is not ours, reached by a role that is no superuser. */
class OutsideMigrationsIT {
  private static final RolePasswords PASSWORDS = new RolePasswords("app-password", "worker-word");

  @TempDir private static Path place;
  private static EmbeddedDatabase server;
  private static DatabaseLogin dba;

  @BeforeAll
  static void start() throws Exception {
    server = EmbeddedDatabase.start(DataFolder.open(place.resolve("data")), 0);
    run(server.superuser("postgres"), "create role dba login createrole password 'dba'");
    run(server.superuser("postgres"), "create database product owner dba");
    dba = new DatabaseLogin(server.superuser("product").jdbcUrl(), "dba", "dba");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void needsTheRightToMakeRolesAndNoMore() throws Exception {
    assertThat(Migrations.run(dba, PASSWORDS).applied()).isPositive();
    assertThat(Migrations.run(dba, PASSWORDS).applied()).isZero();
    DatabaseLogin app = new DatabaseLogin(dba.jdbcUrl(), Roles.APP, PASSWORDS.app());
    assertThat(one(app, "select current_user")).isEqualTo(Roles.APP);
    assertThat(one(app, "select has_schema_privilege('batch', 'create')")).isEqualTo("t");
  }

  @Test
  void refusesARoleThatMayNotMakeRoles() throws Exception {
    run(server.superuser("postgres"), "create role nobody_much login password 'x'");
    run(server.superuser("postgres"), "create database other owner nobody_much");
    DatabaseLogin weak = new DatabaseLogin(server.superuser("other").jdbcUrl(), "nobody_much", "x");
    assertThatThrownBy(() -> Migrations.run(weak, PASSWORDS))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("permission denied");
  }

  @Test
  void doesWithoutADatabaseForEnvironmentsWhereItMayNotMakeOne() throws Exception {
    assertThat(EnvironmentsDatabase.make(dba, "keeper")).isEmpty();
  }

  @Test
  void makesADatabaseForEnvironmentsWhoseKeeperIsNoSuperuser() throws Exception {
    DatabaseLogin superuser = server.superuser("product");
    DatabaseLogin keeper = EnvironmentsDatabase.make(superuser, "keeper").orElseThrow();
    assertThat(EnvironmentsDatabase.make(superuser, "keeper")).contains(keeper);
    assertThat(one(keeper, "select rolsuper or rolcreatedb from pg_roles where rolname = user"))
        .isEqualTo("f");
    run(keeper, "create role env_one login password 'x'");
    DatabaseLogin stranger = new DatabaseLogin(keeper.jdbcUrl(), "env_one", "x");
    assertThatThrownBy(() -> one(stranger, "select 1")).hasMessageContaining("CONNECT privilege");
    run(keeper, "grant connect on database freehold_environments to env_one");
    assertThatThrownBy(() -> one(stranger, "select lo_create(0)"))
        .hasMessageContaining("permission denied");
    run(server.superuser("postgres"), "drop database freehold_environments");
    run(server.superuser("postgres"), "drop role env_one");
    run(server.superuser("postgres"), "drop role freehold_environments");
    run(server.superuser("postgres"), "create role maker login createrole createdb password 'm'");
    DatabaseLogin maker = new DatabaseLogin(superuser.jdbcUrl(), "maker", "m");
    assertThat(EnvironmentsDatabase.make(maker, "keeper")).isPresent();
    assertThat(one(keeper, "select current_user")).isEqualTo("freehold_environments");
  }

  @Test
  void refusesAWrongPassword() {
    DatabaseLogin wrong = new DatabaseLogin(dba.jdbcUrl(), "dba", "not this");
    assertThatThrownBy(() -> Migrations.run(wrong, PASSWORDS))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("password authentication failed")
        .hasMessageNotContaining("not this");
  }

  private static void run(DatabaseLogin login, String sql) throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String one(DatabaseLogin login, String sql) throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
