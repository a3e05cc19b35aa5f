package org.freehold.environments.database.internal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.Column;
import org.freehold.engine.migration.Constraint;
import org.freehold.engine.migration.EnumType;
import org.freehold.engine.migration.Identity;
import org.freehold.engine.migration.Index;
import org.freehold.engine.migration.OtherObject;
import org.freehold.engine.migration.Table;

/**
 * Reads one schema from PostgreSQL's catalogs in one snapshot, with one statement for each kind.
 * The connection's search_path must be that schema, so that names in definitions come without it.
 */
public final class CatalogReader {
  private final Connection connection;
  private final String schema;

  private CatalogReader(Connection connection, String schema) {
    this.connection = connection;
    this.schema = schema;
  }

  /** Begins and ends a transaction of its own, or reads in the one that is under way. */
  public static Catalog read(Connection connection, String schema) throws SQLException {
    CatalogReader reader = new CatalogReader(connection, schema);
    if (!connection.getAutoCommit()) {
      return reader.catalog();
    }
    connection.setAutoCommit(false);
    try {
      Jdbc.run(connection, "set transaction isolation level repeatable read read only");
      return reader.catalog();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private Catalog catalog() throws SQLException {
    return new Catalog(tables(), enums(), others());
  }

  private List<Table> tables() throws SQLException {
    Map<String, List<Column>> columns = columns();
    Map<String, List<Constraint>> constraints = constraints();
    Map<String, List<Index>> indexes = indexes();
    return Jdbc.list(
        connection,
        CatalogQueries.TABLES,
        row -> {
          String name = row.getString(1);
          return new Table(
              name,
              columns.getOrDefault(name, List.of()),
              constraints.getOrDefault(name, List.of()),
              indexes.getOrDefault(name, List.of()),
              row.getLong(2),
              row.getLong(3));
        },
        schema);
  }

  private Map<String, List<Column>> columns() throws SQLException {
    return grouped(
        CatalogQueries.COLUMNS,
        row -> {
          String expression = row.getString(5);
          boolean generated = "s".equals(row.getString(7));
          return new Column(
              row.getString(2),
              bare(row.getString(3)),
              row.getBoolean(4),
              generated ? null : bare(expression),
              identity(row.getString(6)),
              generated ? bare(expression) : null);
        });
  }

  private static Identity identity(String letter) {
    return switch (letter) {
      case "a" -> Identity.ALWAYS;
      case "d" -> Identity.BY_DEFAULT;
      default -> Identity.NONE;
    };
  }

  private Map<String, List<Constraint>> constraints() throws SQLException {
    return grouped(
        CatalogQueries.CONSTRAINTS,
        row ->
            new Constraint(
                row.getString(2),
                Constraint.Kind.valueOf(row.getString(3)),
                bare(row.getString(4)),
                texts(row.getArray(5)),
                row.getString(6),
                row.getBoolean(7)));
  }

  private Map<String, List<Index>> indexes() throws SQLException {
    return grouped(
        CatalogQueries.INDEXES,
        row ->
            new Index(
                row.getString(2),
                bare(row.getString(3)),
                row.getBoolean(4),
                row.getBoolean(5),
                row.getBoolean(6)));
  }

  private List<EnumType> enums() throws SQLException {
    return Jdbc.list(
        connection,
        CatalogQueries.ENUMS,
        row -> new EnumType(row.getString(1), texts(row.getArray(2))),
        schema);
  }

  private List<OtherObject> others() throws SQLException {
    List<OtherObject> found = new ArrayList<>();
    for (String query : CatalogQueries.OTHERS) {
      found.addAll(
          Jdbc.list(
              connection,
              query,
              row -> new OtherObject(row.getString(1), row.getString(2), bare(row.getString(3))),
              schema));
    }
    return found;
  }

  private <T> Map<String, List<T>> grouped(String query, Jdbc.Row<T> row) throws SQLException {
    Map<String, List<T>> groups = new LinkedHashMap<>();
    Jdbc.list(
        connection,
        query,
        found ->
            groups.computeIfAbsent(found.getString(1), t -> new ArrayList<>()).add(row.of(found)),
        schema);
    return groups;
  }

  private static List<String> texts(Array array) throws SQLException {
    return array == null
        ? List.of()
        : Arrays.stream((Object[]) array.getArray())
            .map(String::valueOf)
            .collect(Collectors.toList());
  }

  /** Some functions name the schema whatever the search_path is. */
  private String bare(String definition) {
    return definition == null
        ? null
        : definition.replace(schema + ".", "").replace('"' + schema + "\".", "");
  }
}
