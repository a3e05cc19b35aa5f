package org.freehold.engine.migration;

/** {@code backfill}: in batches, outside the transaction; rule 31. */
final class Backfilling implements Operation<Backfill> {
  @Override
  public void plan(Backfill change, Planning planning) {
    WorkingTable table = planning.table("/table", change.table());
    Column column = planning.column(table, "/column", change.column());
    if (change.value() == null) {
      throw planning.refused("/value", "value_missing", "The value is missing.");
    }
    ColumnCheck check = new ColumnCheck(planning);
    check.expression("/value", change.value(), true);
    check.expression("/where", change.where(), true);
    if (table.fresh()) {
      throw planning.refused(
          "/table",
          "made_here",
          "The table " + table.name + " is made by the same bundle: it is empty.");
    }
    if (column.generatedSql() != null || column.identity() == Identity.ALWAYS) {
      throw planning.refused(
          "/column", "contradiction", "The column " + column.name() + " makes its values itself.");
    }
    Filling filling = new Filling(planning, table, column, change.value());
    if (table.emptyColumns.contains(column.name())) {
      filling.emptyColumn(change.where());
    } else {
      filling.keepingOldValues(change.where());
    }
  }
}
