package org.freehold.releases.bundle;

import java.util.Optional;
import org.freehold.engine.migration.AddColumn;
import org.freehold.engine.migration.AlterColumn;
import org.freehold.engine.migration.Backfill;
import org.freehold.engine.migration.Change;
import org.freehold.engine.migration.DropColumn;
import org.freehold.engine.migration.RenameColumn;

/** Changes of columns and of what is in them. */
final class ColumnChanges {
  private ColumnChanges() {}

  static Change add(Members change) {
    return new AddColumn(
        change.text("table"), change.object("column", Columns::column), change.optionalText("up"));
  }

  static Change alter(Members change) {
    return new AlterColumn(
        change.text("table"),
        change.text("column"),
        change.optionalText("data_type"),
        change.optionalFlag("nullable"),
        defaultOf(change),
        Columns.check(change),
        change.optionalFlag("unique"),
        Columns.reference(change),
        change.optionalText("comment"),
        change.optionalText("up"),
        change.optionalText("down"),
        change.flag("rewrite", false));
  }

  /** Null: nothing is said; empty: the default is dropped. */
  private static Optional<String> defaultOf(Members change) {
    if (!change.has("default")) {
      return null;
    }
    return change.isNull("default")
        ? Optional.empty()
        : Optional.ofNullable(change.optionalText("default"));
  }

  static Change drop(Members change) {
    return new DropColumn(change.text("table"), change.text("column"), change.optionalText("down"));
  }

  static Change rename(Members change) {
    return new RenameColumn(change.text("table"), change.text("from"), change.text("to"));
  }

  static Change backfill(Members change) {
    return new Backfill(
        change.text("table"),
        change.text("column"),
        change.text("value"),
        change.optionalText("where"));
  }
}
