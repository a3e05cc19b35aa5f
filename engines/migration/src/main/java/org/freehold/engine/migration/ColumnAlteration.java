package org.freehold.engine.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code alter_column}: type, default, nullability and constraints of one column, in this order.
 */
final class ColumnAlteration implements Operation<AlterColumn> {
  @Override
  public void plan(AlterColumn change, Planning planning) {
    WorkingTable table = planning.table("/table", change.table());
    Column column = planning.column(table, "/column", change.column());
    ColumnCheck check = new ColumnCheck(planning);
    check.expression("/up", change.up(), true);
    check.expression("/down", change.down(), true);
    if (change.defaultSql() != null) {
      check.expression("/default", change.defaultSql().orElse(null), false);
    }
    List<Constraint> constraints = constraints(planning, table, change);
    if (change.type() != null) {
      TypeAlteration.plan(planning, table, column, change);
    } else if (change.defaultSql() != null) {
      setDefault(planning, table, column, change.defaultSql().orElse(null));
    }
    if (change.nullable() != null) {
      setNullable(planning, table, change);
    }
    constraints.forEach(constraint -> SafeConstraint.add(planning, table, constraint));
    if (change.comment() != null) {
      planning.add(
          planning
              .step("Describe " + table.name + "." + column.name(), table)
              .lock(LockLevel.SHARE_UPDATE_EXCLUSIVE)
              .hazard(0, "An undo leaves the new comment.")
              .up(ColumnAddition.comment(table, column.name(), change.comment())));
    } else if (change.type() == null
        && change.defaultSql() == null
        && change.nullable() == null
        && constraints.isEmpty()) {
      throw planning.refused("", "nothing_to_change", "Nothing is said about the column.");
    }
  }

  private static List<Constraint> constraints(
      Planning planning, WorkingTable table, AlterColumn change) {
    Map<String, ConstraintSpec> specs = new HashMap<>();
    List<String> order = new ArrayList<>();
    ColumnSpec spec =
        new ColumnSpec(
            change.column(),
            null,
            true,
            false,
            Boolean.TRUE.equals(change.unique()),
            null,
            null,
            change.check(),
            change.references(),
            null,
            Identity.NONE);
    ColumnConstraints.of(spec, "", specs, order);
    ConstraintSql sql = new ConstraintSql(planning);
    return order.stream().map(at -> sql.constraint(table, at, specs.get(at))).toList();
  }

  private static void setDefault(
      Planning planning, WorkingTable table, Column column, String defaultSql) {
    if (column.identity() != Identity.NONE || column.generatedSql() != null) {
      throw planning.refused(
          "/default", "contradiction", "The column " + column.name() + " makes its values itself.");
    }
    planning.find(
        Severity.INFO,
        45,
        "Rows that are there keep their value of %s; only new ones get the default."
            .formatted(column.name()),
        null);
    planning.add(
        planning
            .step("Change the default of " + table.name + "." + column.name(), table)
            .up(defaultOf(table, column.name(), defaultSql))
            .down(defaultOf(table, column.name(), column.defaultSql())));
    table.columns.put(column.name(), ColumnSql.withDefault(column, defaultSql));
  }

  static String defaultOf(WorkingTable table, String column, String defaultSql) {
    return table.alter(
        column,
        defaultSql == null ? "DROP DEFAULT" : "SET DEFAULT " + ColumnSql.inside(defaultSql));
  }

  private static void setNullable(Planning planning, WorkingTable table, AlterColumn change) {
    Column column = table.columns.get(change.column());
    if (column.nullable() == change.nullable()) {
      throw planning.refused(
          "/nullable",
          "nothing_to_change",
          "The column "
              + column.name()
              + " is "
              + (column.nullable() ? "" : "not ")
              + "nullable already.");
    }
    if (!change.nullable()) {
      boolean retyped = change.type() != null;
      if (change.up() != null && !retyped && !table.fresh()) {
        fill(planning, table, column, change.up());
      }
      NotNull.set(planning, table, column.name());
    } else {
      loosen(planning, table, column);
    }
  }

  private static void fill(Planning planning, WorkingTable table, Column column, String value) {
    Filling filling = new Filling(planning, table, column, value);
    if (table.emptyColumns.contains(column.name())) {
      filling.emptyColumn(null);
    } else {
      filling.keepingOldValues(Sql.quote(column.name()) + " IS NULL");
    }
  }

  private static void loosen(Planning planning, WorkingTable table, Column column) {
    Constraint key = table.primaryKey();
    if (key != null && key.columns().contains(column.name())
        || column.identity() != Identity.NONE) {
      throw planning.refused(
          "/nullable",
          "in_use",
          "The column " + column.name() + " is part of the key or numbers rows.");
    }
    if (!table.fresh()) {
      planning.find(
          Severity.WARNING,
          30,
          "Readers of %s.%s meet null from now on.".formatted(table.name, column.name()),
          null);
    }
    planning.add(
        planning
            .step("Let " + table.name + "." + column.name() + " be null", table)
            .up(table.alter(column.name(), "DROP NOT NULL"))
            .down(table.alter(column.name(), "SET NOT NULL"))
            .hazard(30, "An undo fails once a row has null in " + column.name() + "."));
    table.columns.put(column.name(), ColumnSql.nullable(column, true));
  }
}
