package org.freehold.engine.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A catalog as statements that make the same schema in an empty one. Of other objects it writes the
 * sequences, on which defaults rest; the rest is not copied, and plans that touch it are refused.
 */
public final class SchemaWriter {
  private SchemaWriter() {}

  /** Enumerated types and tables first, then constraints and indexes, foreign keys last. */
  public static List<String> ddl(Catalog catalog) {
    List<String> statements = new ArrayList<>();
    for (EnumType type : catalog.enums()) {
      statements.add(createEnum(type.name(), type.values()));
    }
    catalog.others().stream()
        .filter(other -> other.kind().equals("sequence"))
        .forEach(sequence -> statements.add(sequence.definition()));
    catalog.tables().forEach(table -> statements.add(createTable(table)));
    catalog.tables().forEach(table -> addConstraints(statements, table, false));
    for (Table table : catalog.tables()) {
      table.indexes().stream()
          .filter(index -> index.valid() && !index.ofConstraint())
          .forEach(index -> statements.add(index.definition()));
    }
    catalog.tables().forEach(table -> addConstraints(statements, table, true));
    return List.copyOf(statements);
  }

  static String createEnum(String name, List<String> values) {
    return "CREATE TYPE "
        + Sql.quote(name)
        + " AS ENUM ("
        + values.stream().map(Sql::literal).collect(Collectors.joining(", "))
        + ")";
  }

  private static String createTable(Table table) {
    return "CREATE TABLE "
        + Sql.quote(table.name())
        + " ("
        + table.columns().stream().map(ColumnSql::definition).collect(Collectors.joining(", "))
        + ")";
  }

  private static void addConstraints(List<String> statements, Table table, boolean foreignKeys) {
    for (Constraint constraint : table.constraints()) {
      if ((constraint.kind() == Constraint.Kind.FOREIGN_KEY) == foreignKeys) {
        statements.add(
            "ALTER TABLE "
                + Sql.quote(table.name())
                + " ADD CONSTRAINT "
                + Sql.quote(constraint.name())
                + " "
                + constraint.definition());
      }
    }
  }
}
