package org.freehold.engine.migration;

/** {@code drop_constraint}: rule 25. An undo adds it again without reading under a strong lock. */
final class ConstraintRemoval implements Operation<DropConstraint> {
  @Override
  public void plan(DropConstraint change, Planning planning) {
    WorkingTable table = planning.table("/table", change.table());
    String name = planning.name("/name", change.name());
    Constraint constraint = table.constraints.get(name);
    if (constraint == null) {
      throw planning.refused(
          "/name",
          "unknown_constraint",
          "The table " + table.name + " has no constraint " + name + ".");
    }
    refuse(planning, table, constraint);
    if (!table.fresh()) {
      planning.find(
          Severity.WARNING,
          25,
          "From now on nothing keeps rows of %s from breaking %s.".formatted(table.name, name),
          "drop it after the release that no longer relies on it");
    }
    boolean key = ConstraintSql.isKey(constraint) || constraint.kind() == Constraint.Kind.EXCLUSION;
    boolean twoSteps = !key && constraint.validated() && !table.fresh();
    if (twoSteps) {
      addUndoOfReading(planning, table, constraint);
    }
    planning.add(drop(planning, table, constraint, twoSteps));
    table.constraints.remove(name);
    table.indexes.remove(name);
  }

  private static void refuse(Planning planning, WorkingTable table, Constraint constraint) {
    if (table.renamedInside) {
      throw planning.refused(
          "/name",
          "renamed_here",
          "Names inside %s are changed by the same bundle: drop the constraint before."
              .formatted(table.name));
    }
    if (ConstraintSql.isKey(constraint)) {
      String end = "(" + String.join(", ", constraint.columns()) + ")";
      planning
          .schema
          .referencesTo(table)
          .filter(entry -> referred(entry.getValue().definition()).startsWith(end))
          .findFirst()
          .ifPresent(
              entry -> {
                throw planning.refused(
                    "/name",
                    "in_use",
                    "The constraint %s of %s needs %s: drop that first."
                        .formatted(
                            entry.getValue().name(), entry.getKey().name, constraint.name()));
              });
    }
  }

  /** The columns behind the referenced table, without quotes. */
  private static String referred(String definition) {
    String tail = definition.substring(definition.indexOf(" REFERENCES ") + 1);
    return tail.substring(Math.max(0, tail.indexOf('('))).replace("\"", "");
  }

  /** Does nothing on the way up; on the way down it is the second half of adding it again. */
  private static void addUndoOfReading(
      Planning planning, WorkingTable table, Constraint constraint) {
    planning.add(
        planning
            .step("On an undo: check " + table.name + " against " + constraint.name(), table)
            .validate()
            .down(table.alter("VALIDATE CONSTRAINT " + Sql.quote(constraint.name())))
            .hazard(25, "An undo fails on rows that break " + constraint.name() + " by then."));
  }

  private static StepDraft drop(
      Planning planning, WorkingTable table, Constraint constraint, boolean twoSteps) {
    String name = Sql.quote(constraint.name());
    String add = "ADD CONSTRAINT " + name + " " + constraint.definition();
    StepDraft step =
        planning
            .step("Drop " + constraint.name() + " of " + table.name, table)
            .needs(constraint.name())
            .up(table.alter("DROP CONSTRAINT " + name))
            .down(table.alter(twoSteps ? add + " NOT VALID" : add));
    if (constraint.referencedTable() != null) {
      step.needs(constraint.referencedTable());
    }
    if (twoSteps) {
      step.apart();
    } else if (ConstraintSql.isKey(constraint) && !table.fresh()) {
      step.hazard(5, "An undo builds the index of " + constraint.name() + " under the lock.");
    }
    return step;
  }
}
