package org.freehold.engine.migration;

/** {@code rename_table}: possible, and announced; rule 27. */
final class TableRenaming implements Operation<RenameTable> {
  @Override
  public void plan(RenameTable change, Planning planning) {
    WorkingTable table = planning.table("/from", change.from());
    String to = planning.freeName("/to", change.to());
    if (!table.fresh()) {
      planning.find(
          Severity.WARNING,
          27,
          "Code that still says %s fails at once.".formatted(change.from()),
          "a new table, both written for one release, then drop_table");
    }
    StepDraft step =
        planning
            .step("Rename table " + table.name + " to " + to, table)
            .needs(to)
            .up(table.alter("RENAME TO " + Sql.quote(to)))
            .down("ALTER TABLE " + Sql.quote(to) + " RENAME TO " + Sql.quote(table.name));
    planning.add(step);
    planning.schema.rename(table, to);
  }
}
