package org.freehold.engine.migration;

/** Adds a constraint so that nobody waits for the reading of the table: rules 5 to 9. */
final class SafeConstraint {
  private final Planning planning;
  private final WorkingTable table;
  private final Constraint constraint;
  private final String name;

  private SafeConstraint(Planning planning, WorkingTable table, Constraint constraint) {
    this.planning = planning;
    this.table = table;
    this.constraint = constraint;
    this.name = Sql.quote(constraint.name());
  }

  static void add(Planning planning, WorkingTable table, Constraint constraint) {
    SafeConstraint safe = new SafeConstraint(planning, table, constraint);
    if (table.fresh()) {
      safe.plainly();
    } else if (ConstraintSql.isKey(constraint)) {
      safe.overIndex();
    } else {
      safe.notValidFirst();
    }
    ConstraintSql.enter(table, constraint);
    table.columns.keySet().stream()
        .filter(constraint.columns()::contains)
        .forEach(table.emptyColumns::remove);
  }

  private void plainly() {
    StepDraft step =
        planning
            .step("Add " + constraint.name() + " to " + table.name, table)
            .needs(constraint.name())
            .up(table.alter("ADD CONSTRAINT " + name + " " + constraint.definition()))
            .down(table.alter("DROP CONSTRAINT " + name));
    needTarget(step);
    planning.add(step);
  }

  private void notValidFirst() {
    StepDraft add =
        planning
            .step("Add " + constraint.name() + " to " + table.name + " for new rows", table)
            .needs(constraint.name())
            .up(
                table.alter(
                    "ADD CONSTRAINT " + name + " " + constraint.definition() + " NOT VALID"))
            .down(table.alter("DROP CONSTRAINT " + name));
    if (constraint.referencedTable() != null) {
      add.lock(LockLevel.SHARE_ROW_EXCLUSIVE);
      add.hazard(
          7, "Writers of " + constraint.referencedTable() + " wait for the same short lock.");
    }
    needTarget(add);
    planning.add(add);
    StepDraft validate =
        planning
            .step("Check the rows of " + table.name + " against " + constraint.name(), table)
            .validate()
            .up(table.alter("VALIDATE CONSTRAINT " + name))
            .hazard(
                9, "Fails when a row breaks " + constraint.name() + "; nothing is locked then.");
    needTarget(validate);
    planning.add(validate);
  }

  private void overIndex() {
    boolean primary = constraint.kind() == Constraint.Kind.PRIMARY_KEY;
    if (primary) {
      constraint.columns().stream()
          .filter(column -> table.columns.get(column).nullable())
          .forEach(column -> NotNull.set(planning, table, column));
    }
    int rule = primary ? 6 : 5;
    planning.add(
        planning
            .step("Build the unique index " + constraint.name() + " on " + table.name, table)
            .needs(constraint.name())
            .concurrently(constraint.name())
            .up(
                "CREATE UNIQUE INDEX CONCURRENTLY %s ON %s %s"
                    .formatted(
                        name, Sql.quote(table.name), ConstraintSql.list(constraint.columns())))
            .down("DROP INDEX CONCURRENTLY IF EXISTS " + name)
            .hazard(rule, "Fails when two rows are equal in " + constraint.columns() + "."));
    planning.add(
        planning
            .step("Make " + constraint.name() + " a constraint of " + table.name, table)
            .apart()
            .up(
                table.alter(
                    "ADD CONSTRAINT %s %s USING INDEX %s"
                        .formatted(name, primary ? "PRIMARY KEY" : "UNIQUE", name)))
            .down(table.alter("DROP CONSTRAINT " + name)));
  }

  private void needTarget(StepDraft step) {
    String target = constraint.referencedTable();
    if (target == null) {
      return;
    }
    step.needs(target);
    if (table.fresh() && !planning.schema.tables.get(target).fresh()) {
      step.lock(LockLevel.SHARE_ROW_EXCLUSIVE);
      step.lockedTable = target;
    }
  }
}
