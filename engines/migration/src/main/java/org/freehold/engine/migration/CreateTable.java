package org.freehold.engine.migration;

import java.util.List;

/** A new table. */
public record CreateTable(
    String table, List<ColumnSpec> columns, List<ConstraintSpec> constraints, String comment)
    implements Change {
  public CreateTable {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
  }
}
