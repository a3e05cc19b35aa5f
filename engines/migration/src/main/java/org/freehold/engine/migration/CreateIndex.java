package org.freehold.engine.migration;

import java.util.List;

/**
 * A new index.
 *
 * @param method {@code btree} and the others of PostgreSQL; null for btree
 * @param predicate condition of a partial index; null for all rows
 */
public record CreateIndex(
    String table,
    String name,
    List<IndexColumn> columns,
    boolean unique,
    String method,
    String predicate)
    implements Change {
  public CreateIndex {
    columns = List.copyOf(columns);
  }
}
