package org.freehold.environments.database.internal;

import java.util.ArrayList;
import java.util.List;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.Column;
import org.freehold.engine.migration.MigrationPlanner;
import org.freehold.engine.migration.Sql;
import org.freehold.engine.migration.Table;

/**
 * A table or a column under the name that a drop gave it. {@code column} is null for a table.
 *
 * @param table by its name of now
 */
record Tombstone(String table, String column) {
  /** All that are named like one: columns before the table that they are in. */
  static List<Tombstone> in(Catalog catalog) {
    List<Tombstone> found = new ArrayList<>();
    for (Table table : catalog.tables()) {
      for (Column column : table.columns()) {
        if (column.name().startsWith(MigrationPlanner.TOMBSTONE)) {
          found.add(new Tombstone(table.name(), column.name()));
        }
      }
      if (table.name().startsWith(MigrationPlanner.TOMBSTONE)) {
        found.add(new Tombstone(table.name(), null));
      }
    }
    return found;
  }

  String name() {
    return column == null ? table : column;
  }

  /** As in {@code orders._retired_x_mood}. */
  String object() {
    return column == null ? table : table + "." + column;
  }

  /** Whether that object is this column in a table that was called otherwise. */
  boolean wasCalled(String object) {
    return column != null && object.endsWith("." + column);
  }

  String drop() {
    return column == null
        ? "drop table " + Sql.quote(table)
        : "alter table %s drop column %s".formatted(Sql.quote(table), Sql.quote(column));
  }
}
