package org.freehold.environments.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.freehold.engine.migration.Column;
import org.freehold.engine.migration.Sql;
import org.freehold.engine.migration.Table;

/** How copies of tables are named, written, read back and hashed. */
final class BackupTables {
  private BackupTables() {}

  static String name(String id, int number) {
    return Sql.quote(Provisioning.BACKUPS) + "." + Sql.quote(id + "_" + number);
  }

  /**
   * The columns as a copy has them. Types of the environment become text by their own way of
   * writing themselves: a copy must not hang on them, and a cast would run what the environment
   * says a cast is.
   */
  static String columns(Table table, List<String> ownTypes) {
    return table.columns().stream()
        .map(
            column ->
                isOwn(column, ownTypes)
                    ? "case when %1$s is not null then pg_catalog.format('%%s', %1$s) end as %1$s"
                        .formatted(Sql.quote(column.name()))
                    : Sql.quote(column.name()))
        .collect(Collectors.joining(", "));
  }

  private static boolean isOwn(Column column, List<String> ownTypes) {
    String plain = column.type().replaceAll("(\\[])+$", "").replace("\"", "");
    return ownTypes.contains(plain);
  }

  /** Columns that can be written. */
  static List<Column> stored(Table table) {
    return table.columns().stream().filter(column -> column.generatedSql() == null).toList();
  }

  /**
   * How many rows there are and a hash over all of them, in whatever order they come: both halves
   * of the MD5 sum of each row as text, added up.
   */
  static String digest(String columns, String from) {
    return "select count(*)::text || ':' || coalesce(sum((('x' || substr(h, 1, 16))::bit(64)::bigint)::numeric), 0)::text"
        + " || ':' || coalesce(sum((('x' || substr(h, 17, 16))::bit(64)::bigint)::numeric), 0)::text"
        + " from (select pg_catalog.md5(pg_catalog.format('%%s', r)) as h from (select %s from %s) as r) as hashed"
            .formatted(columns, from);
  }

  /** Removes a backup with its tables. */
  static void drop(Connection keeper, String id) throws SQLException {
    for (String table :
        Jdbc.list(
            keeper,
            "select tablename from pg_tables where schemaname = ? and starts_with(tablename, ? || '_')",
            row -> row.getString(1),
            Provisioning.BACKUPS,
            id)) {
      Jdbc.run(keeper, "drop table freehold_backups." + Sql.quote(table));
    }
    Jdbc.update(keeper, "delete from freehold_backups.backup where id = ?", id);
  }
}
