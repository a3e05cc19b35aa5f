package org.freehold.engine.migration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.freehold.engine.migration.sql.Expression;

/** What uses an enumerated type: columns of it, and defaults, checks and indexes that name it. */
final class EnumUses {
  private final String name;
  private final Set<String> tables = new LinkedHashSet<>();
  private final List<String> loosened = new ArrayList<>();
  private final List<String> moved = new ArrayList<>();
  private final List<String> fastened = new ArrayList<>();

  EnumUses(WorkingSchema schema, String name) {
    this.name = name;
    for (WorkingTable table : schema.tables.values()) {
      int before = loosened.size() + moved.size();
      table.columns.values().forEach(column -> column(table, column, schema));
      table.constraints.values().forEach(constraint -> constraint(table, constraint));
      table.indexes.values().forEach(this::index);
      if (loosened.size() + moved.size() > before) {
        tables.add(table.name);
      }
    }
  }

  Set<String> tables() {
    return tables;
  }

  /** Statements that take away what holds on to the old type. */
  String[] loosened() {
    return loosened.toArray(String[]::new);
  }

  /** Statements that move the columns to the new type of the same name. */
  String[] moved() {
    return moved.toArray(String[]::new);
  }

  /** Statements that put back what was taken away. */
  String[] fastened() {
    return fastened.toArray(String[]::new);
  }

  private void column(WorkingTable table, Column column, WorkingSchema schema) {
    boolean typed = name.equals(ColumnCheck.enumNamed(column.type(), schema));
    if (typed) {
      String type = Sql.quote(name) + (column.type().endsWith("[]") ? "[]" : "");
      String text = column.type().endsWith("[]") ? "::text[]::" : "::text::";
      moved.add(
          table.alter(
              column.name(),
              "TYPE %s USING (%s%s%s)".formatted(type, Sql.quote(column.name()), text, type)));
    }
    if (column.defaultSql() != null && (typed || Expression.names(column.defaultSql(), name))) {
      loosened.add(table.alter(column.name(), "DROP DEFAULT"));
      fastened.add(ColumnAlteration.defaultOf(table, column.name(), column.defaultSql()));
    }
  }

  private void constraint(WorkingTable table, Constraint constraint) {
    if (constraint.kind() == Constraint.Kind.CHECK
        && Expression.names(constraint.definition(), name)) {
      String quoted = Sql.quote(constraint.name());
      loosened.add(table.alter("DROP CONSTRAINT " + quoted));
      fastened.add(table.alter("ADD CONSTRAINT " + quoted + " " + constraint.definition()));
    }
  }

  private void index(Index index) {
    if (!index.ofConstraint() && Expression.names(index.definition(), name)) {
      loosened.add("DROP INDEX " + Sql.quote(index.name()));
      fastened.add(index.definition());
    }
  }
}
