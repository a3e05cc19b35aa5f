package org.freehold.engine.migration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code rename_column}: possible, and announced; rule 27. */
final class ColumnRenaming implements Operation<RenameColumn> {
  @Override
  public void plan(RenameColumn change, Planning planning) {
    WorkingTable table = planning.table("/table", change.table());
    planning.column(table, "/from", change.from());
    String to = planning.name("/to", change.to());
    if (table.columns.containsKey(to)) {
      throw planning.refused(
          "/to", "already_exists", "The table " + table.name + " has a column " + to + " already.");
    }
    if (!table.fresh()) {
      planning.find(
          Severity.WARNING,
          27,
          "Code that still says %s.%s fails at once.".formatted(table.name, change.from()),
          "add_column with \"up\", both written for one release, then drop_column");
    }
    planning.add(
        planning
            .step("Rename column " + change.from() + " of " + table.name + " to " + to, table)
            .up(rename(table, change.from(), to))
            .down(rename(table, to, change.from())));
    apply(table, change.from(), to);
    planning.schema.referencesTo(table).forEach(entry -> entry.getKey().renamedInside = true);
  }

  static String rename(WorkingTable table, String from, String to) {
    return table.alter("RENAME COLUMN " + Sql.quote(from) + " TO " + Sql.quote(to));
  }

  private static void apply(WorkingTable table, String from, String to) {
    Map<String, Column> columns = new LinkedHashMap<>();
    table
        .columns
        .values()
        .forEach(
            column -> {
              Column now = column.name().equals(from) ? ColumnSql.named(column, to) : column;
              columns.put(now.name(), now);
            });
    table.columns.clear();
    table.columns.putAll(columns);
    table.constraints.replaceAll((name, constraint) -> renamed(constraint, from, to));
    if (table.emptyColumns.remove(from)) {
      table.emptyColumns.add(to);
    }
    table.renamedInside = true;
  }

  private static Constraint renamed(Constraint old, String from, String to) {
    List<String> columns = old.columns().stream().map(c -> c.equals(from) ? to : c).toList();
    return new Constraint(
        old.name(), old.kind(), old.definition(), columns, old.referencedTable(), old.validated());
  }
}
