package org.freehold.environments.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.Fingerprint;
import org.freehold.engine.migration.Sql;
import org.freehold.engine.migration.Table;
import org.freehold.environments.MigrationFailed;

/** An environment with all that is in it. */
record Rows(Catalog catalog, Map<String, List<String>> rows) {

  /** Of columns whose name has one of these in it, only whether there is a value. */
  static Rows of(Site site, Set<String> unlike) throws SQLException, MigrationFailed {
    Catalog catalog = Databases.read(site).catalog();
    Map<String, List<String>> rows = new TreeMap<>();
    try (Connection superuser = EnvironmentServer.superuser()) {
      // Who still holds a table that nobody works on is found, not waited for.
      Jdbc.run(superuser, "set lock_timeout = '5s'");
      for (Table table : catalog.tables()) {
        rows.put(table.name(), read(superuser, site, table, unlike));
      }
    }
    return new Rows(catalog, rows);
  }

  private static List<String> read(Connection superuser, Site site, Table table, Set<String> unlike)
      throws SQLException {
    String columns =
        table.columns().stream()
            .map(
                column ->
                    unlike.stream().anyMatch(column.name()::contains)
                        ? Sql.quote(column.name()) + " is null"
                        : Sql.quote(column.name()))
            .collect(Collectors.joining(", "));
    return Jdbc.list(
        superuser,
        "select row(%s)::text from %s.%s order by id"
            .formatted(columns, site.schema(), Sql.quote(table.name())),
        row -> row.getString(1));
  }

  List<?> differences(Rows other) {
    return Fingerprint.differences(catalog, other.catalog);
  }
}
