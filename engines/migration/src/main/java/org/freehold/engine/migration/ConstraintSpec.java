package org.freehold.engine.migration;

import java.util.List;

/**
 * A constraint over a table as a bundle asks for it.
 *
 * @param name null for one that is made from table and columns (in {@code create_table} only)
 * @param check the condition of {@link Constraint.Kind#CHECK}; null for others
 * @param references of {@link Constraint.Kind#FOREIGN_KEY}; null for others
 */
public record ConstraintSpec(
    String name,
    Constraint.Kind kind,
    List<String> columns,
    String check,
    ReferenceSpec references) {
  public ConstraintSpec {
    columns = List.copyOf(columns);
  }
}
