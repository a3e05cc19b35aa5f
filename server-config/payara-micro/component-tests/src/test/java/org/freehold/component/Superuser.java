package org.freehold.component;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks at what is really in the database: row-level security does not apply to this one. */
final class Superuser {
  private Superuser() {}

  static long count(String sql, Object... arguments) {
    return ((Number) rows(sql, arguments).get(0)[0]).longValue();
  }

  static List<Object[]> rows(String sql, Object... arguments) {
    try (Connection connection = connect();
        PreparedStatement query = prepared(connection, sql, arguments);
        ResultSet result = query.executeQuery()) {
      List<Object[]> rows = new ArrayList<>();
      while (result.next()) {
        Object[] row = new Object[result.getMetaData().getColumnCount()];
        for (int i = 0; i < row.length; i++) {
          row[i] = result.getObject(i + 1);
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  static int change(String sql, Object... arguments) {
    try (Connection connection = connect();
        PreparedStatement change = prepared(connection, sql, arguments)) {
      return change.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  static Connection connect() throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            System.getProperty("component.superuser.url"),
            System.getProperty("component.superuser.user"),
            System.getProperty("component.superuser.password"));
    connection.setSchema("tenant");
    return connection;
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... arguments)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }
}
