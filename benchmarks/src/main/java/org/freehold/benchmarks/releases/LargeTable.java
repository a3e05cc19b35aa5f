package org.freehold.benchmarks.releases;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.freehold.launcher.database.DatabaseLogin;

/**
 * The table {@code readings} in one schema: a key, a value, and a column without an empty one for
 * each round.
 *
 * @param owner who may do everything in the database
 */
record LargeTable(DatabaseLogin owner, String schema) {

  /** The change that makes the table in an environment. */
  static String creation(int rounds) {
    return "{\"type\":\"create_table\",\"table\":\"readings\",\"columns\":["
        + "{\"name\":\"id\",\"type\":\"bigint\",\"primary_key\":true},"
        + "{\"name\":\"value\",\"type\":\"integer\",\"nullable\":true}"
        + columns(rounds, ",{\"name\":\"n%d\",\"type\":\"integer\",\"nullable\":true}"::formatted)
        + "]}";
  }

  /** The same table as another one, in a schema of its own. */
  static LargeTable like(LargeTable other, String schema) throws SQLException {
    LargeTable table = new LargeTable(other.owner, schema);
    try (Connection connection = other.owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema " + schema);
      statement.execute(
          "create table %s.readings (like %s.readings including all)"
              .formatted(schema, other.schema));
    }
    return table;
  }

  void fill(int rows, int rounds) throws SQLException {
    String names = columns(rounds, ", n%d"::formatted);
    String values = columns(rounds, round -> ", i + " + round);
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into readings (id, value%s) select i, i%s from generate_series(1, %d) i"
              .formatted(names, values, rows));
      statement.execute("vacuum analyze readings");
      statement.execute("checkpoint");
    }
  }

  private static String columns(int rounds, IntFunction<String> column) {
    return IntStream.rangeClosed(1, rounds).mapToObj(column).collect(Collectors.joining());
  }

  /** Answers how many seconds it took: the first ones together, the others one by one. */
  double run(List<String> together, List<String> apart) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      long begun = System.nanoTime();
      connection.setAutoCommit(false);
      for (String sql : together) {
        statement.execute(sql);
      }
      connection.commit();
      connection.setAutoCommit(true);
      for (String sql : apart) {
        statement.execute(sql);
      }
      return (System.nanoTime() - begun) / 1e9;
    }
  }

  Connection connect() throws SQLException {
    Connection connection = owner.connect();
    connection.setSchema(schema);
    return connection;
  }
}
