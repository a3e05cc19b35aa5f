package org.freehold.engine.migration;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Constraints that are written at columns, as constraints of the table. */
final class ColumnConstraints {
  private ColumnConstraints() {}

  /** Puts them under the pointer of their column; the key first. */
  static void of(List<ColumnSpec> columns, Map<String, ConstraintSpec> specs, List<String> order) {
    List<Integer> key =
        IntStream.range(0, columns.size())
            .filter(i -> columns.get(i).primaryKey())
            .boxed()
            .toList();
    if (!key.isEmpty()) {
      String pointer = "/columns/" + key.get(0) + "/primary_key";
      List<String> names = key.stream().map(i -> columns.get(i).name()).toList();
      specs.put(pointer, new ConstraintSpec(null, Constraint.Kind.PRIMARY_KEY, names, null, null));
      order.add(pointer);
    }
    for (int i = 0; i < columns.size(); i++) {
      of(columns.get(i), "/columns/" + i, specs, order);
    }
  }

  /** Those of one column. */
  static void of(
      ColumnSpec column, String pointer, Map<String, ConstraintSpec> specs, List<String> order) {
    List<String> names = List.of(column.name());
    if (column.unique()) {
      specs.put(
          pointer + "/unique", new ConstraintSpec(null, Constraint.Kind.UNIQUE, names, null, null));
      order.add(pointer + "/unique");
    }
    if (column.check() != null) {
      specs.put(pointer + "/check", check(names, column.check()));
      order.add(pointer + "/check");
    }
    if (column.references() != null) {
      specs.put(pointer, reference(names, column.references()));
      order.add(pointer);
    }
  }

  static ConstraintSpec check(List<String> columns, CheckSpec check) {
    return new ConstraintSpec(
        check.name(), Constraint.Kind.CHECK, columns, check.constraint(), null);
  }

  static ConstraintSpec reference(List<String> columns, ReferenceSpec reference) {
    return new ConstraintSpec(
        reference.name(), Constraint.Kind.FOREIGN_KEY, columns, null, reference);
  }
}
