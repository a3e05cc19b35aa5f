package org.freehold.environments.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.freehold.engine.migration.Sql;

/** Makes and removes schemas with a role each, and what all of them share: journal and backups. */
public final class Provisioning {
  /** The keeper's own schemas; no environment may use them. */
  static final String JOURNAL = "freehold_releases";

  static final String BACKUPS = "freehold_backups";

  /** Begins the names of scratch schemas. */
  static final String SCRATCH = "scratch_";

  /** Who may work on an environment may call this. */
  private static final String NOTE = "freehold_releases.note(text,uuid,int,text,text)";

  private static final long MAKING = 0x66726565686f6d6bL;

  private static final List<String> SHARED =
      List.of(
          "create schema if not exists freehold_releases",
          "create schema if not exists freehold_backups",
          """
          create table if not exists freehold_releases.journal_key (
            environment text not null, deployment uuid not null, hash bytea not null,
            primary key (environment, deployment))""",
          """
          create table if not exists freehold_releases.journal (
            environment text not null, deployment uuid not null, step int not null,
            state text not null, noted_at timestamptz not null default clock_timestamp(),
            primary key (environment, deployment, step))""",
          """
          create table if not exists freehold_releases.backfill (
            environment text not null, deployment uuid not null, step int not null,
            task text[] not null, run uuid, primary key (environment, deployment, step))""",
          """
          create table if not exists freehold_releases.tombstone (
            environment text not null, object text not null,
            seen_at timestamptz not null default clock_timestamp(),
            primary key (environment, object))""",
          """
          create table if not exists freehold_backups.backup (
            id text primary key, environment text not null, deployment uuid not null,
            taken_at timestamptz not null default clock_timestamp(), lsn text not null,
            tables text[] not null)""",
          """
          create or replace function freehold_releases.note(
            environment text, deployment uuid, step int, state text, key text)
          returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
          begin
            if not exists (select from freehold_releases.journal_key k where k.environment = $1
                and k.deployment = $2 and k.hash = sha256(convert_to($5, 'UTF8'))) then
              raise exception 'This session keeps no journal here' using errcode = '42501';
            end if;
            insert into freehold_releases.journal as j (environment, deployment, step, state)
              values ($1, $2, $3, $4)
              on conflict on constraint journal_pkey
              do update set state = excluded.state, noted_at = clock_timestamp();
          end $$""",
          "revoke all on function freehold_releases.note(text, uuid, int, text, text) from public");

  private Provisioning() {}

  /** Makes schema, role and what is shared where they are missing: all of it, or nothing. */
  public static void ensure(Connection keeper, Site site) throws SQLException {
    if (isThere(keeper, site)) {
      return;
    }
    keeper.setAutoCommit(false);
    try {
      Jdbc.text(keeper, "select pg_advisory_xact_lock(?)::text", MAKING);
      if (!isShared(keeper)) {
        for (String statement : SHARED) {
          Jdbc.run(keeper, statement);
        }
      }
      if (site.managed()) {
        makeRole(keeper, site.role(), site.connections());
        makeSchema(keeper, site.schema(), site.role());
      }
      letKeepJournal(keeper, site.role());
      if (site.managed()) {
        // Last: everybody's grant writes the same row, and nobody is to wait for this one.
        letConnect(keeper, site.role());
      }
      keeper.commit();
    } finally {
      keeper.rollback();
      keeper.setAutoCommit(true);
    }
  }

  /** Whether the last of what is shared is there, and with it all the rest. */
  private static boolean isShared(Connection keeper) throws SQLException {
    return exists(keeper, JOURNAL)
        && exists(keeper, BACKUPS)
        && Jdbc.isTrue(
            keeper,
            "select not has_function_privilege('public', to_regprocedure(?), 'EXECUTE')",
            NOTE);
  }

  private static boolean isThere(Connection keeper, Site site) throws SQLException {
    return exists(keeper, site.schema())
        && exists(keeper, JOURNAL)
        && exists(keeper, BACKUPS)
        && Jdbc.isTrue(
            keeper, "select exists (select from pg_roles where rolname = ?)", site.role())
        && (!site.managed()
            || Jdbc.isTrue(
                keeper,
                "select has_schema_privilege(?::name, ?::text, 'CREATE')",
                site.role(),
                site.schema()))
        && Jdbc.isTrue(
            keeper,
            "select has_function_privilege(?::name, to_regprocedure(?), 'EXECUTE')",
            site.role(),
            NOTE);
  }

  private static boolean exists(Connection keeper, String schema) throws SQLException {
    return Jdbc.isTrue(
        keeper, "select exists (select from pg_namespace where nspname = ?)", schema);
  }

  private static void letKeepJournal(Connection keeper, String role) throws SQLException {
    String quoted = Sql.quote(role);
    Jdbc.run(keeper, "grant usage on schema freehold_releases to " + quoted);
    Jdbc.run(
        keeper,
        "grant execute on function freehold_releases.note(text, uuid, int, text, text) to "
            + quoted);
  }

  /**
   * A login without a password and without rights. Since PostgreSQL 16 who makes a role may
   * administer it but does not have its rights: the keeper gives itself those, and may still not
   * act as it.
   */
  static void makeRole(Connection keeper, String role, int connections) throws SQLException {
    String quoted = Sql.quote(role);
    if (!Jdbc.isTrue(keeper, "select exists (select from pg_roles where rolname = ?)", role)) {
      Jdbc.run(
          keeper,
          "create role %s login noinherit nocreatedb nocreaterole connection limit %d password null"
              .formatted(quoted, connections));
    }
    if (!Jdbc.isTrue(keeper, "select rolsuper from pg_roles where rolname = current_user")) {
      Jdbc.run(keeper, "grant " + quoted + " to current_user with inherit true, set false");
    }
  }

  static void letConnect(Connection keeper, String role) throws SQLException {
    String database = Sql.quote(keeper.getCatalog());
    Jdbc.run(keeper, "grant connect on database " + database + " to " + Sql.quote(role));
  }

  /** It belongs to the keeper: its role can make things in it, but not give it away. */
  static void makeSchema(Connection keeper, String schema, String role) throws SQLException {
    Jdbc.run(keeper, "create schema if not exists " + Sql.quote(schema));
    Jdbc.run(
        keeper,
        "grant usage, create on schema %s to %s".formatted(Sql.quote(schema), Sql.quote(role)));
  }

  /** Removes both with everything in them; what is not there is no fault. */
  public static void drop(Connection keeper, String schema, String role) throws SQLException {
    Jdbc.text(
        keeper,
        "select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = ?",
        role);
    Jdbc.run(keeper, "drop schema if exists " + Sql.quote(schema) + " cascade");
    if (Jdbc.isTrue(keeper, "select exists (select from pg_roles where rolname = ?)", role)) {
      String database = Sql.quote(keeper.getCatalog());
      Jdbc.run(keeper, "revoke connect on database " + database + " from " + Sql.quote(role));
      Jdbc.run(keeper, "drop owned by " + Sql.quote(role) + " cascade");
      Jdbc.run(keeper, "drop role " + Sql.quote(role));
    }
  }

  /** Removes backups of the environment that are older than so many days; answers how many. */
  public static int dropBackups(Connection keeper, Site site, int days) throws SQLException {
    List<String> old =
        Jdbc.list(
            keeper,
            "select id from freehold_backups.backup where environment = ?"
                + " and taken_at < now() - make_interval(days => ?::int)",
            row -> row.getString(1),
            site.name(),
            days);
    for (String id : old) {
      BackupTables.drop(keeper, id);
    }
    return old.size();
  }

  /** What the journal and the backups know of an environment that is gone. */
  public static void forget(Connection keeper, Site site) throws SQLException {
    if (exists(keeper, JOURNAL)) {
      Jdbc.update(
          keeper, "delete from freehold_releases.journal where environment = ?", site.name());
      Jdbc.update(
          keeper, "delete from freehold_releases.journal_key where environment = ?", site.name());
      Jdbc.update(
          keeper, "delete from freehold_releases.backfill where environment = ?", site.name());
    }
    if (exists(keeper, BACKUPS)) {
      Jdbc.update(
          keeper, "delete from freehold_releases.tombstone where environment = ?", site.name());
      for (String id :
          Jdbc.list(
              keeper,
              "select id from freehold_backups.backup where environment = ?",
              row -> row.getString(1),
              site.name())) {
        BackupTables.drop(keeper, id);
      }
    }
  }
}
