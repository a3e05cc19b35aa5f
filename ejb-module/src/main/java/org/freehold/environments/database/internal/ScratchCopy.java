package org.freehold.environments.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.SchemaWriter;
import org.freehold.engine.migration.Sql;
import org.freehold.environments.MigrationFailed;

/**
 * A schema with a role of its own for a rehearsal or for reading a backup back; gone when closed.
 */
public final class ScratchCopy implements AutoCloseable {
  private static final String FOREIGN_KEY_BROKEN = "23503";
  private static final Pattern MAKES_ROOM = Pattern.compile("CREATE (?:TYPE|SEQUENCE|TABLE) ");
  private static final Pattern FOREIGN_KEY =
      Pattern.compile(
          "ALTER TABLE (\"(?:[^\"]|\"\")+\") ADD CONSTRAINT .* FOREIGN KEY .*", Pattern.DOTALL);

  private final Connection keeper;
  private final String schema;
  private final boolean ownRole;
  private final Connection connection;

  private ScratchCopy(Site site) throws SQLException {
    schema = Provisioning.SCRATCH + UUID.randomUUID().toString().replace("-", "");
    ownRole = site.managed();
    keeper = Sessions.keeper(site);
    try {
      if (ownRole) {
        Provisioning.makeRole(keeper, schema, 2);
        Provisioning.makeSchema(keeper, schema, schema);
        Provisioning.letConnect(keeper, schema);
      } else {
        Jdbc.run(keeper, "create schema " + Sql.quote(schema));
      }
      Jdbc.run(
          keeper,
          "comment on schema %s is 'scratch since %s'"
              .formatted(Sql.quote(schema), Jdbc.text(keeper, "select now()::text")));
      connection = Sessions.as(site, keeper, schema, schema, Sessions.READ);
    } catch (SQLException e) {
      removeAfter(e);
      throw e;
    }
  }

  static ScratchCopy make(Site site) throws SQLException {
    return new ScratchCopy(site);
  }

  Connection connection() {
    return connection;
  }

  Connection keeper() {
    return keeper;
  }

  String schema() {
    return schema;
  }

  /** What the grants of rows go to. */
  String role() {
    return schema;
  }

  /** Fills the tables between their making and their constraints. */
  interface Rows {
    void load() throws SQLException, MigrationFailed;
  }

  /** The schema of the catalog with rows in it. Rows that break a foreign key are left out. */
  void build(Catalog catalog, Rows rows) throws SQLException, MigrationFailed {
    boolean loaded = false;
    for (String statement : SchemaWriter.ddl(catalog)) {
      Matcher foreignKey = FOREIGN_KEY.matcher(statement);
      if (!loaded && !MAKES_ROOM.matcher(statement).lookingAt()) {
        rows.load();
        loaded = true;
      }
      try {
        Jdbc.run(connection, statement);
      } catch (SQLException e) {
        if (!foreignKey.matches() || !FOREIGN_KEY_BROKEN.equals(e.getSQLState())) {
          throw notCopyable(e);
        }
        Jdbc.run(connection, "truncate " + foreignKey.group(1) + " cascade");
        Jdbc.run(connection, statement);
      }
    }
    if (!loaded) {
      rows.load();
    }
  }

  private static MigrationFailed notCopyable(SQLException e) {
    if (Failures.isOfConnection(e)) {
      return Failures.of(e);
    }
    return new MigrationFailed(
        MigrationFailed.NOT_COPYABLE,
        0,
        e.getSQLState(),
        "The schema cannot be copied: " + e.getMessage(),
        null,
        e);
  }

  private void removeAfter(SQLException cause) {
    try {
      remove();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private void remove() throws SQLException {
    try (Connection last = keeper) {
      if (ownRole) {
        Provisioning.drop(last, schema, schema);
      } else {
        Jdbc.run(last, "drop schema if exists " + Sql.quote(schema) + " cascade");
      }
    }
  }

  @Override
  public void close() throws SQLException {
    try (Connection closed = connection) {
      if (!closed.isClosed() && !closed.getAutoCommit()) {
        closed.rollback();
      }
    } finally {
      remove();
    }
  }

  /** Removes what killed servers left behind; they live for minutes, and these are a day old. */
  public static int sweep(Connection keeper) throws SQLException {
    List<String> old =
        Jdbc.list(
            keeper,
            "select nspname from pg_namespace where nspname ~ '^scratch_[0-9a-f]{32}$'"
                + " and obj_description(oid, 'pg_namespace') like 'scratch since %'"
                + " and substr(obj_description(oid, 'pg_namespace'), 15)::timestamptz"
                + " < now() - interval '1 day'",
            row -> row.getString(1));
    for (String schema : old) {
      Provisioning.drop(keeper, schema, schema);
    }
    return old.size();
  }
}
