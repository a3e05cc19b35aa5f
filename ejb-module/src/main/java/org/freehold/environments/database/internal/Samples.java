package org.freehold.environments.database.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.Column;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.Sql;
import org.freehold.engine.migration.Table;

/**
 * Carries some rows of an environment into a scratch copy, as text. The environment's own role
 * reads them and the copy's own role writes them, so that nothing that either schema could run has
 * more rights than it.
 */
final class Samples {
  static final int MOST = 1_000;
  private static final long MOST_CHARACTERS = 8_000_000;
  private static final String TOMBSTONE = "_retired_";

  private final Connection environment;
  private final Connection scratch;
  private final Map<String, Long> loaded = new LinkedHashMap<>();

  Samples(Connection environment, Connection scratch) {
    this.environment = environment;
    this.scratch = scratch;
  }

  /** How many rows each table got. */
  Map<String, Long> loaded() {
    return loaded;
  }

  /** In one snapshot of the environment. */
  void load(Catalog catalog, Plan plan) throws SQLException {
    SampleQueries queries = new SampleQueries(catalog, plan);
    environment.setAutoCommit(false);
    try {
      Jdbc.run(environment, "set transaction isolation level repeatable read read only");
      Jdbc.run(environment, "set local statement_timeout = '15s'");
      Jdbc.run(environment, "set local lock_timeout = '2s'");
      for (Table table : catalog.tables()) {
        if (!table.name().startsWith(TOMBSTONE)) {
          loaded.put(table.name(), (long) load(table, queries));
        }
      }
    } finally {
      environment.rollback();
      environment.setAutoCommit(true);
    }
  }

  /** First what fits to the rows of other tables, else any; a table that has changed gives none. */
  private int load(Table table, SampleQueries queries) throws SQLException {
    List<Column> columns =
        table.columns().stream().filter(column -> column.generatedSql() == null).toList();
    if (columns.isEmpty()) {
      return 0;
    }
    for (String query : List.of(queries.fitting(table, columns), queries.any(table, columns))) {
      Savepoint before = environment.setSavepoint();
      List<String[]> rows = null;
      try {
        rows = read(query, columns.size());
      } catch (SQLException e) {
        if (Failures.isOfConnection(e)) {
          throw e;
        }
        // A copy without rows of this table proves less; how many it has is told with the result.
        environment.rollback(before);
      }
      if (rows != null) {
        write(table, columns, rows);
        return rows.size();
      }
    }
    return 0;
  }

  private List<String[]> read(String query, int columns) throws SQLException {
    List<String[]> found = new ArrayList<>();
    long characters = 0;
    try (Statement statement = environment.createStatement()) {
      statement.setEscapeProcessing(false);
      // Few at once: more than 64 MB of an answer are refused, and rows may be large.
      statement.setFetchSize(20);
      try (ResultSet rows = statement.executeQuery(query)) {
        while (rows.next() && characters < MOST_CHARACTERS) {
          String[] row = new String[columns];
          for (int i = 0; i < columns; i++) {
            row[i] = rows.getString(i + 1);
            characters += row[i] == null ? 0 : row[i].length();
          }
          found.add(row);
        }
      }
    }
    return found;
  }

  private void write(Table table, List<Column> columns, List<String[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    String sql =
        "insert into %s (%s) overriding system value select %s from unnest(%s) as r (%s)"
            .formatted(
                Sql.quote(table.name()),
                columns.stream().map(c -> Sql.quote(c.name())).collect(Collectors.joining(", ")),
                each(columns, i -> "r.c" + i + "::" + columns.get(i).type()),
                each(columns, i -> "?::text[]"),
                each(columns, i -> "c" + i));
    try (PreparedStatement insert = scratch.prepareStatement(sql)) {
      for (int column = 0; column < columns.size(); column++) {
        int place = column;
        Object[] values = rows.stream().map(row -> row[place]).toArray();
        insert.setArray(column + 1, scratch.createArrayOf("text", values));
      }
      insert.executeUpdate();
    }
  }

  private static String each(List<Column> columns, IntFunction<String> text) {
    return IntStream.range(0, columns.size()).mapToObj(text).collect(Collectors.joining(", "));
  }
}
