package org.freehold.engine.migration;

/** {@code create_constraint}: rules 5 to 9. */
final class ConstraintCreation implements Operation<CreateConstraint> {
  @Override
  public void plan(CreateConstraint change, Planning planning) {
    WorkingTable table = planning.table("/table", change.table());
    Constraint constraint = new ConstraintSql(planning).constraint(table, "", change.constraint());
    SafeConstraint.add(planning, table, constraint);
    if (constraint.kind() == Constraint.Kind.FOREIGN_KEY && !table.fresh()) {
      planning.find(
          Severity.INFO,
          7,
          "Deleting from %s reads all of %s unless %s are indexed."
              .formatted(constraint.referencedTable(), table.name, constraint.columns()),
          "create_index on " + constraint.columns());
    }
  }
}
