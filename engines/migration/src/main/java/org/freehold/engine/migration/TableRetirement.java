package org.freehold.engine.migration;

import java.util.List;

/** {@code drop_table}: a tombstone, so that an undo gives everything back; rule 22. */
final class TableRetirement implements Operation<DropTable> {
  @Override
  public void plan(DropTable change, Planning planning) {
    WorkingTable table = planning.table("/table", change.table());
    if (table.fresh()) {
      throw planning.refused(
          "/table", "made_here", "The table " + table.name + " is made by the same bundle.");
    }
    List<String> readers =
        planning.schema.referencesTo(table).map(entry -> entry.getKey().name).distinct().toList();
    if (!readers.isEmpty()) {
      throw planning.refused(
          "/table",
          "in_use",
          "The table %s is referred to by %s: drop those constraints first."
              .formatted(table.name, String.join(", ", readers)));
    }
    planning.find(
        Severity.WARNING,
        22,
        "Code that still uses %s fails at once; its data is kept for the retention time."
            .formatted(table.name),
        "drop it after the release that stopped using it");
    StepDraft step = planning.step("Retire table " + table.name, table).needs(table.name);
    table.indexes.keySet().forEach(step::needs);
    String tombstone = retire(planning, table, step);
    planning.add(step);
    planning.schema.tables.remove(table.name);
    table.name = tombstone;
    table.constraints.clear();
    table.indexes.clear();
    planning.schema.tables.put(tombstone, table);
  }

  /**
   * Foreign keys go, lest they bind living rows; names of indexes go, lest they stand in the way.
   */
  private static String retire(Planning planning, WorkingTable table, StepDraft step) {
    String tombstone = planning.tombstones().of(table.name);
    String name = Sql.quote(table.name);
    step.down("ALTER TABLE " + Sql.quote(tombstone) + " RENAME TO " + name);
    for (Constraint constraint : table.constraints.values()) {
      if (constraint.kind() == Constraint.Kind.FOREIGN_KEY) {
        refuseRenamed(planning, table);
        String key = Sql.quote(constraint.name());
        step.needs(constraint.referencedTable());
        step.up(table.alter("DROP CONSTRAINT " + key));
        step.down(table.alter("ADD CONSTRAINT " + key + " " + constraint.definition()));
        step.hazard(
            25,
            "An undo fails on rows of " + constraint.referencedTable() + " that are gone by then.");
      }
    }
    for (Index index : table.indexes.values()) {
      String hidden = Sql.quote(planning.tombstones().of(index.name()));
      step.up("ALTER INDEX " + Sql.quote(index.name()) + " RENAME TO " + hidden);
      step.down("ALTER INDEX " + hidden + " RENAME TO " + Sql.quote(index.name()));
    }
    step.up("ALTER TABLE " + name + " RENAME TO " + Sql.quote(tombstone));
    return tombstone;
  }

  private static void refuseRenamed(Planning planning, WorkingTable table) {
    if (table.renamedInside) {
      throw planning.refused(
          "/table",
          "renamed_here",
          "Names inside %s are changed by the same bundle: drop it before them."
              .formatted(table.name));
    }
  }
}
