package org.freehold.engine.migration.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.Column;
import org.freehold.engine.migration.Constraint;
import org.freehold.engine.migration.EnumType;
import org.freehold.engine.migration.Identity;
import org.freehold.engine.migration.Index;
import org.freehold.engine.migration.OtherObject;
import org.freehold.engine.migration.Table;

/**
 * Reads one schema from {@code pg_catalog} (PostgreSQL 13 and later). Several statements: for one
 * moment's truth run it in a transaction that is REPEATABLE READ.
 */
public final class CatalogReader {
  private final Connection connection;
  private final String schema;

  private CatalogReader(Connection connection, String schema) {
    this.connection = connection;
    this.schema = schema;
  }

  /** What the schema holds; empty when there is no such schema. */
  public static Catalog read(Connection connection, String schema) throws SQLException {
    CatalogReader reader = new CatalogReader(connection, schema);
    // Definitions leave out the schema exactly when it is the search path.
    String before = reader.one("SELECT current_setting('search_path')");
    reader.one("SELECT set_config('search_path', quote_ident(?), false)", schema);
    try {
      return new Catalog(reader.tables(), reader.enums(), reader.others());
    } finally {
      reader.one("SELECT set_config('search_path', ?, false)", before);
    }
  }

  private List<Table> tables() throws SQLException {
    Map<String, List<Column>> columns = grouped(CatalogQueries.COLUMNS, CatalogReader::column);
    Map<String, List<Constraint>> constraints =
        grouped(CatalogQueries.CONSTRAINTS, CatalogReader::constraint);
    Map<String, List<Index>> indexes = grouped(CatalogQueries.INDEXES, CatalogReader::index);
    return list(
        CatalogQueries.TABLES,
        row -> {
          String name = row.getString("name");
          return new Table(
              name,
              columns.getOrDefault(name, List.of()),
              constraints.getOrDefault(name, List.of()),
              indexes.getOrDefault(name, List.of()),
              row.getLong("rows"),
              row.getLong("bytes"));
        });
  }

  private List<EnumType> enums() throws SQLException {
    return list(
        CatalogQueries.ENUMS, row -> new EnumType(row.getString("name"), texts(row, "values")));
  }

  private List<OtherObject> others() throws SQLException {
    return list(
        CatalogQueries.OTHERS,
        row ->
            new OtherObject(
                row.getString("kind"),
                row.getString("name"),
                row.getString("definition"),
                texts(row, "tables")));
  }

  private static Column column(ResultSet row) throws SQLException {
    boolean generated = row.getBoolean("generated");
    String expression = row.getString("expression");
    return new Column(
        row.getString("name"),
        row.getString("type"),
        row.getBoolean("nullable"),
        generated ? null : expression,
        switch (row.getString("identity")) {
          case "a" -> Identity.ALWAYS;
          case "d" -> Identity.BY_DEFAULT;
          default -> Identity.NONE;
        },
        generated ? expression : null);
  }

  private static Constraint constraint(ResultSet row) throws SQLException {
    return new Constraint(
        row.getString("name"),
        Constraint.Kind.valueOf(row.getString("kind")),
        row.getString("definition"),
        texts(row, "columns"),
        row.getString("referenced"),
        row.getBoolean("validated"));
  }

  private static Index index(ResultSet row) throws SQLException {
    return new Index(
        row.getString("name"),
        row.getString("definition"),
        row.getBoolean("is_unique"),
        row.getBoolean("is_valid"),
        row.getBoolean("of_constraint"));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }

  /** Turns one row into one thing. */
  private interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  private <T> Map<String, List<T>> grouped(String sql, RowMapper<T> mapper) throws SQLException {
    Map<String, List<T>> groups = new LinkedHashMap<>();
    list(
        sql,
        row ->
            groups
                .computeIfAbsent(row.getString("table_name"), name -> new ArrayList<>())
                .add(mapper.map(row)));
    return groups;
  }

  private <T> List<T> list(String sql, RowMapper<T> mapper) throws SQLException {
    List<T> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, schema);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(mapper.map(rows));
        }
      }
    }
    return found;
  }

  private String one(String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
