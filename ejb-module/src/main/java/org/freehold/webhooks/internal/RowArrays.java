package org.freehold.webhooks.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Sends rows to a statement as one array a column, for its {@code unnest}. */
final class RowArrays<T> {
  private final PreparedStatement statement;
  private final List<T> rows;
  private int next;

  /** {@code first}: the number of the parameter that the first column is sent as. */
  RowArrays(PreparedStatement statement, int first, List<T> rows) {
    this.statement = statement;
    this.rows = rows;
    next = first;
  }

  /** {@code type} is PostgreSQL's name of the column's type; values are sent as text. */
  RowArrays<T> column(String type, Function<T, ?> value) throws SQLException {
    String[] values = new String[rows.size()];
    for (int i = 0; i < values.length; i++) {
      Object one = value.apply(rows.get(i));
      values[i] = one == null ? null : one.toString();
    }
    statement.setArray(next, statement.getConnection().createArrayOf(type, values));
    next++;
    return this;
  }
}
