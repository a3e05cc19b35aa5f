package org.freehold.engine.migration.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.Change;
import org.freehold.engine.migration.Fingerprint;
import org.freehold.engine.migration.MigrationPlanner;
import org.freehold.engine.migration.Plan;
import org.freehold.engine.migration.jdbc.CatalogReader;

/** A schema of its own, gone at the end. */
public final class Scratch implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name = "s" + COUNT.incrementAndGet();
  private final Connection connection;

  public Scratch(String... statements) throws SQLException {
    connection = Postgres.connect();
    connection.createStatement().execute("CREATE SCHEMA " + name);
    connection.createStatement().execute("SET search_path = " + name);
    run(statements);
  }

  public String schema() {
    return name;
  }

  public Connection connection() {
    return connection;
  }

  /** Another session on the same schema. */
  public Connection second() throws SQLException {
    Connection other = Postgres.connect();
    other.createStatement().execute("SET search_path = " + name);
    return other;
  }

  public void run(String... statements) throws SQLException {
    run(List.of(statements));
  }

  public void run(List<String> statements) throws SQLException {
    for (String sql : statements) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new SQLException(e.getMessage() + " in: " + sql, e.getSQLState(), e);
      }
    }
  }

  public String one(String sql) throws SQLException {
    return rows(sql).stream().findFirst().orElse(null);
  }

  /** Every row as one text, columns parted by a bar. */
  public List<String> rows(String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int width = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          values.add(rows.getString(i));
        }
        found.add(String.join("|", values.stream().map(String::valueOf).toList()));
      }
    }
    return found;
  }

  public Catalog catalog() throws SQLException {
    return CatalogReader.read(connection, name);
  }

  public String fingerprint() throws SQLException {
    return Fingerprint.of(catalog());
  }

  public Plan plan(Change... changes) throws SQLException {
    return MigrationPlanner.plan(catalog(), List.of(changes), "r1");
  }

  /** The file that holds the table's rows: another one after a rewrite. */
  public String file(String table) throws SQLException {
    return one("SELECT pg_relation_filenode('" + table + "')");
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      connection.setAutoCommit(true);
      run("DROP SCHEMA IF EXISTS " + name + " CASCADE");
    }
  }
}
