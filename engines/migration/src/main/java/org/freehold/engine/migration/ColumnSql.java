package org.freehold.engine.migration;

import org.freehold.engine.migration.sql.SqlScanner;

/** A column as it stands in CREATE TABLE and ADD COLUMN. */
final class ColumnSql {
  private ColumnSql() {}

  static String definition(Column column) {
    StringBuilder sql = new StringBuilder(Sql.quote(column.name()));
    sql.append(' ').append(column.type());
    if (column.generatedSql() != null) {
      sql.append(" GENERATED ALWAYS AS (").append(column.generatedSql()).append(") STORED");
    } else if (column.identity() != Identity.NONE) {
      sql.append(" GENERATED ")
          .append(column.identity() == Identity.ALWAYS ? "ALWAYS" : "BY DEFAULT")
          .append(" AS IDENTITY");
    } else if (column.defaultSql() != null) {
      sql.append(" DEFAULT ").append(inside(column.defaultSql()));
    }
    return sql.append(column.nullable() ? "" : " NOT NULL").toString();
  }

  /** In parentheses, unless it is one word, number or string. */
  static String inside(String expression) {
    return SqlScanner.scan(expression).size() == 1 ? expression : "(" + expression + ")";
  }

  static Column nullable(Column column, boolean nullable) {
    return new Column(
        column.name(),
        column.type(),
        nullable,
        column.defaultSql(),
        column.identity(),
        column.generatedSql());
  }

  static Column withDefault(Column column, String defaultSql) {
    return new Column(
        column.name(),
        column.type(),
        column.nullable(),
        defaultSql,
        column.identity(),
        column.generatedSql());
  }

  static Column withType(Column column, String type) {
    return new Column(
        column.name(),
        type,
        column.nullable(),
        column.defaultSql(),
        column.identity(),
        column.generatedSql());
  }

  static Column named(Column column, String name) {
    return new Column(
        name,
        column.type(),
        column.nullable(),
        column.defaultSql(),
        column.identity(),
        column.generatedSql());
  }
}
