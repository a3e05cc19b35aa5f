package org.freehold.engine.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.freehold.engine.migration.sql.Expression;

/** {@code add_column}: rules 11 to 14, with a default that is steady, or a fill in batches. */
final class ColumnAddition implements Operation<AddColumn> {
  @Override
  public void plan(AddColumn change, Planning planning) {
    WorkingTable table = planning.table("/table", change.table());
    ColumnSpec spec = change.column();
    Column column = new ColumnCheck(planning).column("/column", spec);
    if (table.columns.containsKey(column.name())) {
      throw planning.refused(
          "/column/name",
          "already_exists",
          "The table " + table.name + " has a column " + column.name() + " already.");
    }
    if (spec.primaryKey()) {
      throw planning.refused(
          "/column/primary_key",
          "not_supported",
          "A key is added by create_constraint, once the column is filled.");
    }
    new ColumnCheck(planning).expression("/up", change.up(), true);
    List<Constraint> constraints = constraints(planning, table, column, spec);
    adviseOnRewrite(planning, table, column);
    boolean filled = addColumn(planning, table, column, change);
    if (!column.nullable() && !filled) {
      NotNull.set(planning, table, column.name());
    }
    constraints.forEach(constraint -> SafeConstraint.add(planning, table, constraint));
  }

  private static List<Constraint> constraints(
      Planning planning, WorkingTable table, Column column, ColumnSpec spec) {
    Map<String, ConstraintSpec> specs = new HashMap<>();
    List<String> order = new ArrayList<>();
    ColumnConstraints.of(spec, "/column", specs, order);
    table.columns.put(column.name(), column);
    try {
      ConstraintSql sql = new ConstraintSql(planning);
      return order.stream().map(at -> sql.constraint(table, at, specs.get(at))).toList();
    } finally {
      table.columns.remove(column.name());
    }
  }

  /** Adds it; true when it is as it should be at once, with its NOT NULL. */
  private static boolean addColumn(
      Planning planning, WorkingTable table, Column column, AddColumn change) {
    boolean given = column.identity() != Identity.NONE || column.generatedSql() != null;
    boolean slow = column.defaultSql() != null && Expression.isVolatile(column.defaultSql());
    boolean inBatches = !table.fresh() && !given && (slow || change.up() != null);
    if (!table.fresh()
        && !given
        && !column.nullable()
        && column.defaultSql() == null
        && !inBatches) {
      planning.find(
          Severity.ERROR,
          11,
          "The column %s is not null and has no default: it fails as soon as there are rows."
              .formatted(column.name()),
          "\"nullable\": true, or a \"default\", or \"up\" with a value for the rows that are there");
    }
    Column first =
        inBatches ? ColumnSql.nullable(ColumnSql.withDefault(column, null), true) : column;
    StepDraft step =
        planning
            .step("Add column " + column.name() + " to " + table.name, table)
            .up(table.alter("ADD COLUMN " + ColumnSql.definition(first)))
            .down(table.alter("DROP COLUMN " + Sql.quote(column.name())));
    if (inBatches && column.defaultSql() != null) {
      step.up(table.alter(column.name(), "SET DEFAULT " + ColumnSql.inside(column.defaultSql())));
    }
    if (change.column().comment() != null) {
      step.up(comment(table, column.name(), change.column().comment()));
    }
    String type = ColumnCheck.enumNamed(column.type(), planning.schema);
    if (type != null) {
      step.needs(type);
    }
    planning.add(step);
    table.columns.put(column.name(), ColumnSql.nullable(column, first.nullable()));
    if (inBatches) {
      String value = change.up() == null ? column.defaultSql() : change.up();
      new Filling(planning, table, column, value).emptyColumn(null);
    } else if (column.nullable() && column.defaultSql() == null && !given) {
      table.emptyColumns.add(column.name());
    }
    return !inBatches;
  }

  private static void adviseOnRewrite(Planning planning, WorkingTable table, Column column) {
    if (table.fresh()) {
      return;
    }
    if (column.generatedSql() != null) {
      planning.find(
          Severity.ERROR,
          13,
          "A stored generated column writes every row of %s again under its lock."
              .formatted(table.name),
          "a plain column with \"up\", filled by the application or a trigger");
    }
    if (column.identity() != Identity.NONE) {
      planning.find(
          Severity.ERROR,
          14,
          "An identity column numbers every row of %s under its lock.".formatted(table.name),
          "a nullable column, filled in batches by backfill");
    }
  }

  static String comment(WorkingTable table, String column, String comment) {
    return "COMMENT ON COLUMN %s.%s IS %s"
        .formatted(Sql.quote(table.name), Sql.quote(column), Sql.literal(comment));
  }
}
