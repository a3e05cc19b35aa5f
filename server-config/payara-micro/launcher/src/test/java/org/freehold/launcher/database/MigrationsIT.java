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
import org.freehold.schema.SchemaVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsIT {
  private static final RolePasswords PASSWORDS = new RolePasswords("app-password", "worker-word");

  @TempDir private static Path place;
  private static FreeholdDatabase database;

  @BeforeAll
  static void start() {
    database = FreeholdDatabase.embedded(DataFolder.open(place.resolve("data")), 0);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void reachesTheNewestVersionAndThenHasNothingToDo() {
    assertThat(database.migrated().controlVersion()).isEqualTo(SchemaVersion.control().newest());
    assertThat(database.migrated().tenantVersion()).isEqualTo(SchemaVersion.tenant().newest());

    RolePasswords passwords =
        new RolePasswords(database.app().password(), database.worker().password());
    assertThat(Migrations.run(database.administrator(), passwords).applied()).isZero();
  }

  @Test
  void leavesAllTablesToTheOwnerWhoCannotSignIn() throws Exception {
    assertThat(
            one(
                database.administrator(),
                "select string_agg(distinct tableowner, ',') from pg_tables"
                    + " where schemaname in ('control', 'tenant')"))
        .isEqualTo(Roles.OWNER);
    assertThat(
            one(
                database.administrator(),
                "select rolcanlogin from pg_roles where rolname = '" + Roles.OWNER + "'"))
        .isEqualTo("f");
  }

  @Test
  void letsTheServersRolesInWithoutPowers() throws Exception {
    for (DatabaseLogin login : new DatabaseLogin[] {database.app(), database.worker()}) {
      assertThat(
              one(
                  login,
                  "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles"
                      + " where rolname = current_user"))
          .isEqualTo("f");
      assertThat(one(login, "select has_schema_privilege('public', 'usage')")).isEqualTo("f");
      assertThat(
              one(login, "select has_database_privilege(current_database(), 'create,temporary')"))
          .isEqualTo("f");
      assertThat(one(login, "select pg_has_role('" + Roles.OWNER + "', 'member')")).isEqualTo("f");
    }
    assertThat(one(database.app(), "select has_schema_privilege('batch', 'create')"))
        .isEqualTo("t");
    assertThat(one(database.worker(), "select has_schema_privilege('batch', 'usage')"))
        .isEqualTo("f");
  }

  @Test
  void refuseADatabaseOfANewerFreehold() throws Exception {
    DatabaseLogin newer = emptyDatabase("newer");
    RolePasswords passwords =
        new RolePasswords(database.app().password(), database.worker().password());
    Migrations.run(newer, passwords);
    run(
        newer,
        "insert into tenant.flyway_history select 999, '29991231.0000', 'later', type, 'later.sql',"
            + " 0, installed_by, installed_on, 0, true from tenant.flyway_history"
            + " order by installed_rank desc limit 1");
    assertThatThrownBy(() -> Migrations.run(newer, passwords))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("newer Freehold (version 29991231.0000");
  }

  @Test
  void refuseAServerRoleThatBypassesRowLevelSecurity() throws Exception {
    DatabaseLogin bypassed = emptyDatabase("bypassed");
    run(database.administrator(), "alter role freehold_app bypassrls");
    try {
      assertThatThrownBy(() -> Migrations.run(bypassed, PASSWORDS))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("freehold_app")
          .hasMessageContaining("nobypassrls");
    } finally {
      run(database.administrator(), "alter role freehold_app nobypassrls");
    }
  }

  private static DatabaseLogin emptyDatabase(String name) throws SQLException {
    run(database.administrator(), "create database " + name);
    DatabaseLogin admin = database.administrator();
    return new DatabaseLogin(urlOf(name), admin.user(), admin.password());
  }

  private static String urlOf(String name) {
    return database.administrator().jdbcUrl().replaceFirst("[^/]+$", name);
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
