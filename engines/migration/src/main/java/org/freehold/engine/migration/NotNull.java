package org.freehold.engine.migration;

/** Makes a column not null without reading the table under the strongest lock: rule 10. */
final class NotNull {
  private NotNull() {}

  static void set(Planning planning, WorkingTable table, String column) {
    if (table.fresh()) {
      planning.add(
          planning
              .step("Make " + table.name + "." + column + " not null", table)
              .up(table.alter(column, "SET NOT NULL"))
              .down(table.alter(column, "DROP NOT NULL")));
    } else {
      byCheck(planning, table, column);
    }
    table.columns.computeIfPresent(column, (name, old) -> ColumnSql.nullable(old, false));
    table.emptyColumns.remove(column);
  }

  private static void byCheck(Planning planning, WorkingTable table, String column) {
    String check = Sql.quote(Names.made(table.name, column, "filled"));
    String add =
        "ADD CONSTRAINT " + check + " CHECK (" + Sql.quote(column) + " IS NOT NULL) NOT VALID";
    planning.add(
        planning
            .step("Let " + table.name + "." + column + " be filled in new rows", table)
            .up(table.alter(add))
            .down(table.alter("DROP CONSTRAINT " + check)));
    planning.add(
        planning
            .step("Check that " + table.name + "." + column + " is filled everywhere", table)
            .validate()
            .up(table.alter("VALIDATE CONSTRAINT " + check))
            .hazard(10, "Fails when a row has null in " + column + "; nothing is locked then."));
    planning.add(
        planning
            .step("Make " + table.name + "." + column + " not null", table)
            .apart()
            .up(table.alter(column, "SET NOT NULL"), table.alter("DROP CONSTRAINT " + check))
            .down(table.alter(add), table.alter(column, "DROP NOT NULL")));
  }
}
