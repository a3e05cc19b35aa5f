package org.freehold.platform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.freehold.platform.TenantId;

/**
 * Inserts many rows into one of a tenant's tables in one statement, a column to an array: COPY does
 * not work under row-level security. Rows whose key is there already are left out.
 */
public final class BulkInsert<T> {
  /**
   * A column.
   *
   * @param type of PostgreSQL
   * @param value what its text is read from, or null
   */
  public record Column<T>(String name, String type, Function<T, Object> value) {
    /** The type of the array that carries it: there is no array of jsonb in the driver. */
    private String carrier() {
      return type.equals("jsonb") ? "text" : type;
    }
  }

  private final List<Column<T>> columns;
  private final String sql;

  public BulkInsert(String table, List<Column<T>> columns) {
    this.columns = List.copyOf(columns);
    sql =
        "insert into %s (tenant_id, %s) select ?::uuid, %s from unnest(%s) as r (%s) on conflict do nothing"
            .formatted(
                table,
                joined(Column::name),
                joined(c -> "r." + c.name() + "::" + c.type()),
                joined(c -> "?::" + c.carrier() + "[]"),
                joined(Column::name));
  }

  private String joined(Function<Column<T>, String> part) {
    return columns.stream().map(part).collect(Collectors.joining(", "));
  }

  /** Answers how many were new. The connection must have entered the tenant. */
  public int insert(Connection connection, TenantId tenant, List<T> rows) throws SQLException {
    if (rows.isEmpty()) {
      return 0;
    }
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      int parameter = 1;
      insert.setObject(parameter, tenant.value());
      for (Column<T> column : columns) {
        String[] values = new String[rows.size()];
        for (int i = 0; i < values.length; i++) {
          Object value = column.value().apply(rows.get(i));
          values[i] = value == null ? null : value.toString();
        }
        parameter++;
        insert.setArray(parameter, connection.createArrayOf(column.carrier(), values));
      }
      return insert.executeUpdate();
    }
  }
}
