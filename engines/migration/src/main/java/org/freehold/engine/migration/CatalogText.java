package org.freehold.engine.migration;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.freehold.engine.migration.sql.CanonicalExpression;

/** Every object of a catalog with what it is, as text; tombstones left out. */
final class CatalogText {
  private final SortedMap<String, String> objects = new TreeMap<>();
  private final UnaryOperator<String> sql;

  private CatalogText(Catalog catalog, UnaryOperator<String> sql) {
    this.sql = sql;
    catalog.tables().stream().filter(table -> living(table.name())).forEach(this::add);
    for (EnumType type : catalog.enums()) {
      objects.put("enum " + type.name(), String.join(", ", type.values()));
    }
    for (OtherObject other : catalog.others()) {
      if (living(other.name())) {
        objects.put(other.kind() + " " + other.name(), other.definition());
      }
    }
  }

  /** Equal for equal schemas, also when one was made from the other's text. */
  static SortedMap<String, String> canonical(Catalog catalog) {
    return new CatalogText(catalog, CanonicalExpression::of).objects;
  }

  /** For people. */
  static SortedMap<String, String> readable(Catalog catalog) {
    return new CatalogText(catalog, UnaryOperator.identity()).objects;
  }

  private void add(Table table) {
    objects.put("table " + table.name(), "");
    for (Column column : table.columns()) {
      if (living(column.name())) {
        objects.put("column " + table.name() + "." + column.name(), text(column));
      }
    }
    for (Constraint constraint : table.constraints()) {
      if (living(constraint.name())) {
        objects.put(
            "constraint " + table.name() + "." + constraint.name(),
            sql.apply(constraint.definition())
                + (constraint.validated() ? "" : " (not validated)"));
      }
    }
    for (Index index : table.indexes()) {
      if (living(index.name())) {
        objects.put(
            "index " + index.name(),
            sql.apply(index.definition()) + (index.valid() ? "" : " (invalid)"));
      }
    }
  }

  private String text(Column column) {
    StringBuilder text = new StringBuilder(column.type());
    if (!column.nullable()) {
      text.append(" NOT NULL");
    }
    if (column.defaultSql() != null) {
      text.append(" DEFAULT ").append(sql.apply(column.defaultSql()));
    }
    if (column.identity() != Identity.NONE) {
      text.append(" IDENTITY ").append(column.identity());
    }
    if (column.generatedSql() != null) {
      text.append(" GENERATED ").append(sql.apply(column.generatedSql()));
    }
    return text.toString();
  }

  private static boolean living(String name) {
    return !name.startsWith(MigrationPlanner.TOMBSTONE);
  }
}
