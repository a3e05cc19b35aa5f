package org.freehold.environments.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.freehold.engine.migration.LockLevel;
import org.freehold.engine.migration.Plan;
import org.freehold.environments.MigrationFailed;
import org.freehold.environments.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL written by hand, as hostile as we could think of, by somebody who has an environment. */
class HostileSqlIT {
  private static Site own;
  private static Site other;
  private static UUID othersDeployment;

  @BeforeAll
  static void makeTwoEnvironments() throws Exception {
    own = EnvironmentServer.environment();
    other = EnvironmentServer.environment();
    EnvironmentServer.run(
        other,
        "create table secrets (id int primary key, word text)",
        "insert into secrets values (1, 'x')");
    othersDeployment = UUID.randomUUID();
    new TableCopies(other, Databases.read(other).catalog())
        .backUp(othersDeployment, List.of("secrets"), Long.MAX_VALUE);
    EnvironmentServer.run(own, "create table mine (id int primary key)");
  }

  private String aimed(String sql) {
    return sql.replace("$OTHER", other.schema())
        .replace("$OWN", own.schema())
        .replace("$DEPLOYMENT", othersDeployment.toString())
        .replace("$BACKUP", TableCopies.idOf(othersDeployment) + "_0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table stolen as select * from $OTHER.secrets",
        "insert into $OTHER.secrets values (2, 'y')",
        "drop schema $OTHER cascade",
        "drop schema $OWN cascade",
        "create table $OTHER.mine (id int)",
        "alter role $OTHER password 'known'",
        "alter role freehold_environments password 'known'",
        "alter role current_user connection limit -1",
        "alter role current_user createrole",
        "alter role current_user superuser",
        "create role friend login",
        "grant $OTHER to $OWN",
        "set role $OTHER",
        "set role freehold_environments",
        "set session authorization freehold_environments",
        "set session authorization postgres",
        "select lo_create(0)",
        "select lo_from_bytea(0, 'x')",
        "select lo_import('/etc/passwd')",
        "select pg_read_file('/etc/passwd')",
        "select pg_read_binary_file('/etc/passwd')",
        "select pg_ls_dir('.')",
        "copy mine from '/etc/passwd'",
        "copy mine to program 'id'",
        "copy mine from program 'id'",
        "create extension dblink",
        "create extension postgres_fdw",
        "create extension hstore",
        "create table public.mine (id int)",
        "create temp table mine (id int)",
        "create schema another",
        "create database another",
        "alter schema $OWN rename to another",
        "create table stolen as select * from freehold_backups.\"$BACKUP\"",
        "drop table freehold_backups.\"$BACKUP\"",
        "drop schema freehold_backups cascade",
        "delete from freehold_releases.journal",
        "insert into freehold_releases.journal values ('$OTHER', '$DEPLOYMENT', 0, 'applied')",
        "insert into freehold_releases.journal_key values ('$OTHER', '$DEPLOYMENT', sha256('x'))",
        "select freehold_releases.note('$OTHER', '$DEPLOYMENT', 0, 'applied', 'guess')",
        "select freehold_releases.note('$OWN', '$DEPLOYMENT', 0, 'applied', 'guess')",
        "create or replace function freehold_releases.note(text, uuid, int, text, text) returns void"
            + " language sql as 'select'",
        "select pg_advisory_lock(1)",
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'postgres'",
        "alter system set log_statement = 'all'",
        "alter database freehold_environments set search_path = $OWN",
        "create event trigger spy on ddl_command_start execute function pg_catalog.now()",
        "set log_statement = 'none'",
        "select pg_reload_conf()",
        "do $$ begin perform pg_read_file('/etc/passwd'); end $$",
        "do language plpython3u 'import os'",
        "create function f() returns int language c as 'libc', 'getpid'"
      })
  void cannotLeaveItsSchema(String sql) throws Exception {
    String before = everythingElse();
    Plan plan = Plans.of(Plans.sql(null, LockLevel.NONE, aimed(sql), "SELECT 1"));
    MigrationFailed failure =
        catchThrowableOfType(
            MigrationFailed.class,
            () ->
                new PlanRunner(own, UUID.randomUUID(), Backfills.NONE, Progress.SILENT)
                    .apply(plan));
    assertThat(failure).as(sql).isNotNull();
    assertThat(everythingElse()).isEqualTo(before);
    MigrationFailed rehearsed =
        catchThrowableOfType(
            MigrationFailed.class, () -> Rehearsal.run(own, Databases.read(own).catalog(), plan));
    assertThat(rehearsed).as("rehearsal of " + sql).isNotNull();
  }

  private String everythingElse() throws Exception {
    try (Connection superuser = EnvironmentServer.superuser()) {
      return String.join(
          "\n",
          Databases.read(other).fingerprint(),
          Jdbc.text(superuser, "select count(*) from " + other.schema() + ".secrets"),
          Jdbc.text(
              superuser,
              "select string_agg(rolname || rolsuper || rolcreaterole || rolconnlimit, ' ' order by rolname) from pg_roles"),
          Jdbc.text(
              superuser,
              "select string_agg(nspname, ' ' order by nspname) from pg_namespace where nspname !~ '^pg_|^scratch_'"),
          Jdbc.text(
              superuser,
              "select string_agg(relname, ' ' order by relname) from pg_class c join pg_namespace n on n.oid = relnamespace where nspname ~ '^freehold|public'"),
          Jdbc.text(
              superuser,
              "select count(*) from freehold_releases.journal where environment = '"
                  + other.name()
                  + "'"),
          Jdbc.text(superuser, "select count(*) from pg_largeobject_metadata"));
    }
  }

  /** PostgreSQL only warns here. */
  @Test
  void givesNobodyItsSchema() throws Exception {
    Plan plan =
        Plans.of(
            Plans.sql(
                null, LockLevel.NONE, aimed("grant usage on schema $OWN to public"), "SELECT 1"));
    new PlanRunner(own, UUID.randomUUID(), Backfills.NONE, Progress.SILENT).apply(plan);
    assertThat(EnvironmentServer.text(other, aimed("select has_schema_privilege('$OWN', 'usage')")))
        .isEqualTo("f");
  }

  /** What it may set holds no longer than its own step. */
  @Test
  void setsNothingForOthers() throws Exception {
    Plan plan =
        Plans.of(
            Plans.sql(
                null,
                LockLevel.NONE,
                "select set_config('search_path', 'public', false)",
                "SELECT 1"),
            Plans.sql(
                null, LockLevel.NONE, "create table here (id int primary key)", "DROP TABLE here"));
    new PlanRunner(own, UUID.randomUUID(), Backfills.NONE, Progress.SILENT).apply(plan);
    assertThat(Databases.read(own).catalog().table("here")).isPresent();
    Plan forRole =
        Plans.of(
            Plans.sql(
                null,
                LockLevel.NONE,
                "alter role current_user set search_path = public",
                "SELECT 1"),
            Plans.sql(
                null, LockLevel.NONE, "alter role current_user password 'known'", "SELECT 1"));
    new PlanRunner(own, UUID.randomUUID(), Backfills.NONE, Progress.SILENT).apply(forRole);
    assertThat(EnvironmentServer.text(own, "show search_path")).isEqualTo(own.schema());
    SQLException refused =
        catchThrowableOfType(
            SQLException.class,
            () ->
                java.sql.DriverManager.getConnection(own.keeper().jdbcUrl(), own.role(), "known")
                    .close());
    assertThat(refused.getSQLState()).isEqualTo("28P01");
  }

  @Test
  void cannotEndTheTransactionThatItIsIn() {
    Plan plan =
        Plans.of(Plans.sql(null, LockLevel.NONE, "create table half (id int); commit", "SELECT 1"));
    MigrationFailed failure =
        catchThrowableOfType(
            MigrationFailed.class,
            () ->
                new PlanRunner(own, UUID.randomUUID(), Backfills.NONE, Progress.SILENT)
                    .apply(plan));
    assertThat(failure.code()).isEqualTo(MigrationFailed.LEFT_THE_SCHEMA);
  }

  /** The keeper reads the tables of environments; what they carry must not run as it. */
  @Test
  void getsNothingRunByTheKeeper() throws Exception {
    EnvironmentServer.run(
        own,
        "create type mood as enum ('good')",
        "create table trap (id int primary key, mood mood)",
        "insert into trap values (1, 'good')",
        "create function spring() returns boolean language plpgsql as"
            + " $$ begin execute 'create role caught'; return true; end $$",
        "create function cast_spring(mood) returns text language plpgsql as"
            + " $$ begin execute 'create role caught'; return 'x'; end $$",
        "create cast (mood as text) with function cast_spring(mood)",
        "create function md5(text) returns text language sql as 'select cast_spring(null)'",
        "create function count() returns bigint language sql as 'select 1::bigint'",
        "alter table trap enable row level security",
        "alter table trap force row level security",
        "create policy trapped on trap using (spring())");
    catchThrowableOfType(
        MigrationFailed.class,
        () ->
            new TableCopies(own, Databases.read(own).catalog())
                .backUp(UUID.randomUUID(), List.of("trap"), Long.MAX_VALUE));
    EnvironmentServer.run(own, "alter table trap no force row level security");
    new TableCopies(own, Databases.read(own).catalog())
        .backUp(UUID.randomUUID(), List.of("trap"), Long.MAX_VALUE);
    Losses.preview(own, UUID.randomUUID(), Plans.of());
    try (Connection superuser = EnvironmentServer.superuser()) {
      assertThat(Jdbc.number(superuser, "select count(*) from pg_roles where rolname = 'caught'"))
          .isZero();
    }
  }
}
