package org.freehold.engine.migration;

import java.util.List;

/**
 * A foreign key.
 *
 * @param name null for one that is made from table and columns
 * @param columns of the referenced table; empty for its primary key
 * @param onDelete {@code NO ACTION}, {@code RESTRICT}, {@code CASCADE}, {@code SET NULL}, {@code
 *     SET DEFAULT}, or null for the first
 */
public record ReferenceSpec(String name, String table, List<String> columns, String onDelete) {
  public ReferenceSpec {
    columns = List.copyOf(columns);
  }
}
