package org.freehold.engine.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.freehold.engine.migration.sql.Expression;

/** New values for rows that are there, in batches, and so that the old ones can be had back. */
final class Filling {
  private final Planning planning;
  private final WorkingTable table;
  private final Column column;
  private final String value;

  Filling(Planning planning, WorkingTable table, Column column, String value) {
    this.planning = planning;
    this.table = table;
    this.column = column;
    this.value = value;
  }

  /** Of a column that the plan made and that is null everywhere: there is nothing to keep. */
  void emptyColumn(String where) {
    String name = Sql.quote(column.name());
    List<String> conditions =
        new ArrayList<>(List.of(name + " IS NULL", "(" + value + ") IS NOT NULL"));
    if (where != null) {
      conditions.add("(" + where + ")");
    }
    add(name + " = (" + value + ")", String.join(" AND ", conditions), List.of());
    table.emptyColumns.remove(column.name());
  }

  /** Of a column with values: each is kept beside the new one, with a mark. */
  void keepingOldValues(String where) {
    String kept = planning.tombstones().of(column.name());
    String mark = planning.tombstones().of(column.name(), "kept");
    planning.add(
        planning
            .step("Make room for the old values of " + table.name + "." + column.name(), table)
            .up(
                table.alter(
                    "ADD COLUMN %s %s, ADD COLUMN %s boolean"
                        .formatted(Sql.quote(kept), column.type(), Sql.quote(mark))))
            .down(
                table.alter(
                    "DROP COLUMN %s, DROP COLUMN %s".formatted(Sql.quote(kept), Sql.quote(mark)))));
    table.columns.put(kept, new Column(kept, column.type(), true, null, Identity.NONE, null));
    String name = Sql.quote(column.name());
    String set =
        "%s = (%s), %s = %s, %s = true"
            .formatted(name, value, Sql.quote(kept), name, Sql.quote(mark));
    String undone = Sql.quote(mark) + " IS NOT TRUE";
    String undo =
        "UPDATE %s SET %s = %s, %s = NULL, %s = NULL WHERE %s"
            .formatted(
                Sql.quote(table.name),
                name,
                Sql.quote(kept),
                Sql.quote(kept),
                Sql.quote(mark),
                Sql.quote(mark));
    add(set, where == null ? undone : "(" + where + ") AND " + undone, List.of(undo));
    table.emptyColumns.remove(column.name());
  }

  private void add(String set, String where, List<String> undo) {
    StepDraft step =
        planning
            .step("Fill " + table.name + "." + column.name(), table)
            .backfill(new BackfillTask(table.name, column.name(), set, where))
            .down(undo.toArray(String[]::new))
            .hazard(31, "Rows written meanwhile are filled in a later batch.");
    Set<String> named = Expression.names(value + " " + where);
    planning.schema.tables.keySet().stream().filter(named::contains).forEach(step::needs);
    planning.add(step);
  }
}
