package org.freehold.engine.migration;

import java.util.List;

/**
 * A constraint of a table.
 *
 * @param definition as {@code pg_get_constraintdef()} writes it, without the name of the schema
 * @param referencedTable the table that a foreign key points to; null for others
 * @param validated false while {@code NOT VALID}
 */
public record Constraint(
    String name,
    Kind kind,
    String definition,
    List<String> columns,
    String referencedTable,
    boolean validated) {
  public Constraint {
    columns = List.copyOf(columns);
  }

  /** What the constraint demands. */
  public enum Kind {
    PRIMARY_KEY,
    UNIQUE,
    CHECK,
    FOREIGN_KEY,
    EXCLUSION
  }
}
