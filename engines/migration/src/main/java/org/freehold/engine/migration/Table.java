package org.freehold.engine.migration;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A table with what hangs on it. Columns stay in their order; constraints and indexes are sorted.
 *
 * @param rows an estimate; not part of the fingerprint
 * @param bytes an estimate of the table with its indexes; not part of the fingerprint
 */
public record Table(
    String name,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes,
    long rows,
    long bytes) {
  public Table {
    columns = List.copyOf(columns);
    constraints = constraints.stream().sorted(Comparator.comparing(Constraint::name)).toList();
    indexes = indexes.stream().sorted(Comparator.comparing(Index::name)).toList();
  }

  public Optional<Column> column(String column) {
    return columns.stream().filter(one -> one.name().equals(column)).findFirst();
  }

  public Optional<Index> index(String index) {
    return indexes.stream().filter(one -> one.name().equals(index)).findFirst();
  }

  public Optional<Constraint> primaryKey() {
    return constraints.stream()
        .filter(one -> one.kind() == Constraint.Kind.PRIMARY_KEY)
        .findFirst();
  }
}
