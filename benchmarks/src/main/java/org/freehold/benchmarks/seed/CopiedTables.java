package org.freehold.benchmarks.seed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.freehold.launcher.database.DatabaseLogin;
import org.postgresql.PGConnection;

/**
 * All tables of tenants once more, empty, with the same columns, checks, indexes and foreign keys,
 * and without policies, under which COPY does not work. The rows of one tenant are copied into them
 * by the owner of the database.
 *
 * @param folder where the rows wait between the two
 */
record CopiedTables(DatabaseLogin administrator, Path folder) {
  private static final String TENANT = "tenant";
  private static final String COPIED = "copied";
  private static final String TABLES =
      """
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
      where n.nspname = 'tenant' and c.relkind in ('r', 'p') and not c.relispartition""";
  private static final String KEYS =
      """
      select c.relname, t.relname, pg_get_constraintdef(k.oid) from pg_constraint k
      join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
      join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and k.conparentid = 0 and n.nspname = 'tenant' and not c.relispartition""";

  /**
   * What COPY did.
   *
   * @param rows by table, without empty ones
   * @param seconds of all tables, in one transaction with its commit
   */
  record Copied(Map<String, Long> rows, double seconds) {
    long all() {
      return rows.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** Copies all rows of the tenant, as they are now. */
  Copied copy(String tenantSlug) {
    try (Connection connection = administrator.connect();
        Statement statement = connection.createStatement()) {
      TableModel model = model(statement);
      makeTables(statement, model);
      Map<String, Long> rows = new TreeMap<>();
      for (String table : model.inOrder()) {
        long out = copyOut(connection, table, tenantSlug);
        if (out > 0) {
          rows.put(table, out);
        }
      }
      statement.execute("checkpoint");
      return new Copied(rows, seconds(connection, model.inOrder(), rows));
    } catch (SQLException e) {
      throw new IllegalStateException("COPY could not be measured", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double seconds(Connection connection, List<String> tables, Map<String, Long> rows)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    long start = System.nanoTime();
    for (String table : tables) {
      if (rows.containsKey(table) && copyIn(connection, table) != rows.get(table)) {
        throw new IllegalStateException("COPY lost rows of " + table);
      }
    }
    connection.commit();
    double seconds = (System.nanoTime() - start) / 1e9;
    connection.setAutoCommit(true);
    return seconds;
  }

  private static TableModel model(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    List<TableModel.Key> keys = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(KEYS)) {
      while (rows.next()) {
        keys.add(new TableModel.Key(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    return new TableModel(tables, keys);
  }

  private static void makeTables(Statement statement, TableModel model) throws SQLException {
    statement.execute("drop schema if exists " + COPIED + " cascade");
    statement.execute("create schema " + COPIED);
    for (String table : model.tables()) {
      statement.execute(
          "create table %s.%s (like %s.%s including all)".formatted(COPIED, table, TENANT, table));
    }
    for (TableModel.Key key : model.keys()) {
      statement.execute(key.in(TENANT, COPIED));
    }
  }

  private long copyOut(Connection connection, String table, String slug)
      throws SQLException, IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve(table))) {
      return connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut(
              ("copy (select * from %s.%s where tenant_id ="
                      + " (select id from control.tenant where slug = '%s')) to stdout")
                  .formatted(TENANT, table, slug),
              out);
    }
  }

  private long copyIn(Connection connection, String table) throws SQLException, IOException {
    try (InputStream in = Files.newInputStream(folder.resolve(table))) {
      return connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy %s.%s from stdin".formatted(COPIED, table), in);
    }
  }
}
