package org.freehold.engine.migration;

import java.util.Optional;
import java.util.stream.Stream;
import org.freehold.engine.migration.sql.Expression;

/** {@code drop_column}: a tombstone, so that an undo gives the values back; rule 21. */
final class ColumnRetirement implements Operation<DropColumn> {
  @Override
  public void plan(DropColumn change, Planning planning) {
    WorkingTable table = planning.table("/table", change.table());
    Column column = planning.column(table, "/column", change.column());
    new ColumnCheck(planning).expression("/down", change.down(), true);
    if (table.fresh()) {
      throw planning.refused(
          "/column", "made_here", "The table " + table.name + " is made by the same bundle.");
    }
    user(table, column.name())
        .ifPresent(
            user -> {
              throw planning.refused(
                  "/column",
                  "in_use",
                  "The column %s is used by %s: drop that first.".formatted(column.name(), user));
            });
    planning.find(
        Severity.WARNING,
        21,
        "Code that still uses %s.%s fails at once; its values are kept for the retention time."
            .formatted(table.name, column.name()),
        "drop it after the release that stopped using it");
    planning.add(retire(planning, table, column, change.down()));
    table.emptyColumns.remove(column.name());
  }

  private static StepDraft retire(
      Planning planning, WorkingTable table, Column column, String down) {
    String name = column.name();
    String tombstone = planning.tombstones().of(name);
    StepDraft step = planning.step("Retire column " + name + " of " + table.name, table);
    // With a default, new rows get it as they would by not naming the column; otherwise null.
    boolean loosened =
        !column.nullable()
            && column.defaultSql() == null
            && column.identity() == Identity.NONE
            && column.generatedSql() == null;
    if (loosened) {
      step.up(table.alter(name, "DROP NOT NULL"));
    }
    step.up(ColumnRenaming.rename(table, name, tombstone));
    table.columns.remove(name);
    table.columns.put(tombstone, ColumnSql.nullable(ColumnSql.named(column, tombstone), true));
    step.down(ColumnRenaming.rename(table, tombstone, name));
    // Only where no row had null: elsewhere the nulls of before cannot be told from the new ones.
    if (loosened && down != null) {
      step.down(
          "UPDATE %s SET %s = (%s) WHERE %s IS NULL"
              .formatted(Sql.quote(table.name), Sql.quote(name), down, Sql.quote(name)));
    }
    if (loosened) {
      step.down(table.alter(name, "SET NOT NULL"));
      if (down == null) {
        step.hazard(
            21,
            "An undo fails once rows were written without "
                + name
                + ": \"down\" gives them a value.");
      }
    }
    return step;
  }

  private static Optional<String> user(WorkingTable table, String column) {
    Stream<String> constraints =
        table.constraints.values().stream()
            .filter(constraint -> constraint.columns().contains(column))
            .map(constraint -> "the constraint " + constraint.name());
    Stream<String> indexes =
        table.indexes.values().stream()
            .filter(index -> !index.ofConstraint() && Expression.names(index.definition(), column))
            .map(index -> "the index " + index.name());
    Stream<String> generated =
        table.columns.values().stream()
            .filter(other -> other.generatedSql() != null)
            .filter(other -> Expression.names(other.generatedSql(), column))
            .map(other -> "the column " + other.name());
    return Stream.of(constraints, indexes, generated).flatMap(users -> users).findFirst();
  }
}
