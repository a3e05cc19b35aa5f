package org.freehold.environments.database.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Short ways to ask a connection something. */
final class Jdbc {
  /** Reads one row. */
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private Jdbc() {}

  /** Exactly as it stands: no placeholders, no JDBC escapes. */
  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  /** With parameters; answers how many rows were changed. */
  static int update(Connection connection, String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    }
  }

  static <T> List<T> list(Connection connection, String sql, Row<T> row, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(row.of(rows));
        }
      }
      return found;
    }
  }

  /** The same for a statement that stands as it is: a question mark in it is no placeholder. */
  static <T> List<T> literally(Connection connection, String sql, Row<T> row) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          found.add(row.of(rows));
        }
      }
      return found;
    }
  }

  /** The first column of the first row; null without a row. */
  static String text(Connection connection, String sql, Object... parameters) throws SQLException {
    List<String> found = list(connection, sql, row -> row.getString(1), parameters);
    return found.isEmpty() ? null : found.get(0);
  }

  static long number(Connection connection, String sql, Object... parameters) throws SQLException {
    String text = text(connection, sql, parameters);
    return text == null ? 0 : Long.parseLong(text);
  }

  static boolean isTrue(Connection connection, String sql, Object... parameters)
      throws SQLException {
    return "t".equals(text(connection, sql, parameters));
  }

  private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i] instanceof List<?> list) {
        statement.setArray(i + 1, statement.getConnection().createArrayOf("text", list.toArray()));
      } else {
        statement.setObject(i + 1, parameters[i]);
      }
    }
  }
}
