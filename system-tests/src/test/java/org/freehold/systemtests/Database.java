package org.freehold.systemtests;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Short questions to the database. */
final class Database {
  private Database() {}

  static Connection asAdministrator() throws SQLException {
    return Installation.database().administrator().connect();
  }

  /** The first column of all rows as text. */
  static List<String> texts(Connection connection, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  /** The one number that the question is answered with. */
  static long count(Connection connection, String sql) {
    try {
      return Long.parseLong(texts(connection, sql).get(0));
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
