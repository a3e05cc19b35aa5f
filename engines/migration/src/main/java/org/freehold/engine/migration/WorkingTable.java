package org.freehold.engine.migration;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A table while changes are planned one after the other. */
final class WorkingTable {
  /** Its name before the plan; null for a table that the plan makes. */
  final String origin;

  final long rows;
  final Map<String, Column> columns = new LinkedHashMap<>();
  final Map<String, Constraint> constraints = new LinkedHashMap<>();
  final Map<String, Index> indexes = new LinkedHashMap<>();

  /** Columns that the plan made, and that hold nothing but null so far. */
  final Set<String> emptyColumns = new HashSet<>();

  /** Whether a name that stands in definitions was changed by the plan: they no longer fit. */
  boolean renamedInside;

  String name;

  WorkingTable(Table table) {
    this(table.name(), table.name(), table.rows());
    table.columns().forEach(column -> columns.put(column.name(), column));
    table.constraints().forEach(constraint -> constraints.put(constraint.name(), constraint));
    table.indexes().forEach(index -> indexes.put(index.name(), index));
  }

  WorkingTable(String name) {
    this(name, null, 0);
  }

  private WorkingTable(String name, String origin, long rows) {
    this.name = name;
    this.origin = origin;
    this.rows = rows;
  }

  /** Made by the plan itself: nobody reads or writes it yet, so no lock matters. */
  boolean fresh() {
    return origin == null;
  }

  Constraint primaryKey() {
    return constraints.values().stream()
        .filter(constraint -> constraint.kind() == Constraint.Kind.PRIMARY_KEY)
        .findFirst()
        .orElse(null);
  }

  /** What follows ALTER TABLE. */
  String alter(String action) {
    return "ALTER TABLE " + Sql.quote(name) + " " + action;
  }

  String alter(String column, String action) {
    return alter("ALTER COLUMN " + Sql.quote(column) + " " + action);
  }
}
