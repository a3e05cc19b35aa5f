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

  /** The process that answers this connection. */
  static String pid(Connection connection) throws SQLException {
    return texts(connection, "select pg_backend_pid()").get(0);
  }

  /** How many wait for what the connection of this process has locked. */
  static long waitingFor(Connection watching, String pid) {
    return count(
        watching,
        "select count(*) from pg_stat_activity where %s = any (pg_blocking_pids(pid))"
            .formatted(pid));
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
