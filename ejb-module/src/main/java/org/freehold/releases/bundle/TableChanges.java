package org.freehold.releases.bundle;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import org.freehold.engine.migration.Change;
import org.freehold.engine.migration.ColumnSpec;
import org.freehold.engine.migration.ConstraintSpec;
import org.freehold.engine.migration.CreateIndex;
import org.freehold.engine.migration.CreateTable;
import org.freehold.engine.migration.DropIndex;
import org.freehold.engine.migration.DropTable;
import org.freehold.engine.migration.IndexColumn;
import org.freehold.engine.migration.RenameTable;

/** Changes of whole tables and of their indexes. */
final class TableChanges {
  private TableChanges() {}

  static Change create(Members change) {
    String table = change.text("table");
    List<ColumnSpec> columns =
        change.list("columns", (value, at) -> change.object(value, at, Columns::column));
    List<ConstraintSpec> constraints =
        change.has("constraints")
            ? change.list(
                "constraints", (value, at) -> change.object(value, at, Constraints::ofNewTable))
            : List.of();
    return new CreateTable(table, columns, constraints, change.optionalText("comment"));
  }

  static Change drop(Members change) {
    return new DropTable(change.text("table"));
  }

  static Change rename(Members change) {
    return new RenameTable(change.text("from"), change.text("to"));
  }

  static Change createIndex(Members change) {
    return new CreateIndex(
        change.text("table"),
        change.text("name"),
        change.list("columns", (value, at) -> indexColumn(change, value, at)),
        change.flag("unique", false),
        change.word("method", List.of("btree", "hash", "gist", "spgist", "gin", "brin")),
        change.optionalText("predicate"));
  }

  private static IndexColumn indexColumn(Members change, JsonValue value, String at) {
    if (value instanceof JsonString) {
      return new IndexColumn(change.text(value, at), false, null);
    }
    return change.object(
        value,
        at,
        column -> {
          String name = column.text("name");
          boolean descending = "DESC".equals(column.word("sort", List.of("ASC", "DESC")));
          String nulls = column.word("nulls", List.of("FIRST", "LAST"));
          return new IndexColumn(name, descending, nulls == null ? null : nulls.equals("FIRST"));
        });
  }

  static Change dropIndex(Members change) {
    return new DropIndex(change.text("name"));
  }
}
