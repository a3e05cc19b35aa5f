package org.freehold.engine.migration;

/** {@code drop_index}: concurrently, and apart; rule 2. */
final class IndexRemoval implements Operation<DropIndex> {
  @Override
  public void plan(DropIndex change, Planning planning) {
    String name = planning.name("/name", change.name());
    WorkingTable holder = planning.schema.tableOfIndex(name);
    if (holder == null) {
      throw planning.refused("/name", "unknown_index", "There is no index " + name + ".");
    }
    WorkingTable table = planning.table("/name", holder.name);
    Index index = table.indexes.get(name);
    if (index.ofConstraint()) {
      throw planning.refused(
          "/name",
          "in_use",
          "The index " + name + " belongs to a constraint: use drop_constraint.");
    }
    if (table.renamedInside) {
      throw planning.refused(
          "/name",
          "renamed_here",
          "Names inside " + table.name + " are changed by the same bundle: drop the index before.");
    }
    StepDraft step = planning.step("Drop index " + name + " of " + table.name, table).needs(name);
    if (table.fresh()) {
      step.up("DROP INDEX " + Sql.quote(name)).down(index.definition());
    } else {
      step.concurrently(name)
          .up("DROP INDEX CONCURRENTLY IF EXISTS " + Sql.quote(name))
          .down(IndexCreation.concurrently(index));
    }
    planning.add(step);
    table.indexes.remove(name);
  }
}
