package org.freehold.environments.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.freehold.engine.migration.Column;
import org.freehold.engine.migration.Sql;
import org.freehold.environments.LossPreview.Window;

/** Tombstones that an undo brings back: rows written since have no value in their columns. */
final class ComingBack {
  private static final String UNDEFINED_COLUMN = "42703";
  private static final Pattern COLUMN =
      Pattern.compile(
          "ALTER TABLE (?:ONLY )?"
              + NamesNow.NAME
              + " RENAME (?:COLUMN )?"
              + NamesNow.NAME
              + " TO \"(_retired_[^\"]+)\"",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TABLE =
      Pattern.compile(
          "ALTER TABLE (?:ONLY )?" + NamesNow.NAME + " RENAME TO \"(_retired_[^\"]+)\"",
          Pattern.CASE_INSENSITIVE);

  /** Its table and its tombstone as they are called now, and what it is called again. */
  private record Returning(String table, String kept, String name) {}

  private final UndoneSchema schema;
  private final Connection keeper;
  private final UUID deployment;
  private final List<Returning> columns = new ArrayList<>();
  private boolean any;
  private boolean past;

  ComingBack(UndoneSchema schema, Connection keeper, UUID deployment) {
    this.schema = schema;
    this.keeper = keeper;
    this.deployment = deployment;
  }

  /** What this statement of the plan took away. */
  void takenBy(String statement) {
    Matcher column = COLUMN.matcher(statement);
    Matcher table = TABLE.matcher(statement);
    if (column.lookingAt()) {
      String then = NamesNow.plain(column.group(1));
      Column kept = schema.column(then, NamesNow.plain(column.group(3)));
      tombstone(kept != null);
      if (kept != null) {
        columns.add(
            new Returning(
                schema.names().table(then), kept.name(), NamesNow.plain(column.group(2))));
      }
    } else if (table.lookingAt()) {
      tombstone(schema.table(NamesNow.plain(table.group(2))) != null);
    }
  }

  private void tombstone(boolean there) {
    any = true;
    past |= !there;
  }

  Window window() {
    return past ? Window.PAST : any ? Window.TOMBSTONE : Window.OPEN;
  }

  /** Once every step was looked at: the backup has the names of before all of them. */
  void count() throws SQLException {
    for (Returning column : columns) {
      long without =
          schema.count(
              "select count(*) from %s where %s is null"
                  .formatted(Sql.quote(column.table()), Sql.quote(column.kept())));
      String table = schema.names().tableOfStart(column.table());
      String name = schema.names().columnOfStart(column.table(), column.kept());
      schema.loses(
          "column " + column.table() + "." + column.name(),
          Math.max(0, without - withoutBefore(table, name)),
          "Rows written since have no value in the column that comes back.");
    }
  }

  /** How many rows had no value when the backup was taken; 0 without a backup. */
  private long withoutBefore(String table, String column) throws SQLException {
    String id = TableCopies.idOf(deployment);
    String number =
        Jdbc.text(
            keeper,
            "select array_position(tables, ?) - 1 from freehold_backups.backup where id = ?",
            table,
            id);
    if (number == null) {
      return 0;
    }
    try {
      return Jdbc.number(
          keeper,
          "select count(*) from %s where %s is null"
              .formatted(BackupTables.name(id, Integer.parseInt(number)), Sql.quote(column)));
    } catch (SQLException e) {
      if (UNDEFINED_COLUMN.equals(e.getSQLState())) {
        return 0;
      }
      throw e;
    }
  }
}
