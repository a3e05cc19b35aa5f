package org.freehold.environments.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.Column;
import org.freehold.engine.migration.Table;
import org.freehold.environments.LossPreview.Loss;

/**
 * The schema that an undo would work on, and what it was found to lose. Statements speak of tables
 * and columns by their names of then.
 */
final class UndoneSchema {
  private static final String NOT_COUNTED =
      "What the undo takes away here cannot be counted: look before you accept it.";

  private final Connection connection;
  private final Catalog now;
  private final NamesNow names = new NamesNow();
  private final List<Loss> found = new ArrayList<>();

  UndoneSchema(Connection connection, Catalog now) {
    this.connection = connection;
    this.now = now;
  }

  NamesNow names() {
    return names;
  }

  /** By its name of then; null when it is not there. */
  Table table(String table) {
    return now.table(names.table(table)).orElse(null);
  }

  /** Both by their names of then; null when it is not there. */
  Column column(String table, String column) {
    return now.table(names.table(table))
        .flatMap(one -> one.column(names.column(table, column)))
        .orElse(null);
  }

  long count(String sql) throws SQLException {
    return Jdbc.literally(connection, sql, row -> row.getLong(1)).get(0);
  }

  /** No loss when there are no rows. */
  void loses(String object, long rows, String what) {
    if (rows > 0) {
      found.add(new Loss(object, rows, what));
    }
  }

  void losesUncounted(String object) {
    losesUncounted(object, NOT_COUNTED);
  }

  void losesUncounted(String object, String what) {
    found.add(new Loss(object, 0, what));
  }

  /** As {@code column orders.tier}, by its name of now; of then where it is not there. */
  String named(String table, String column) {
    return "column " + names.table(table) + "." + names.column(table, column);
  }

  /** In the order of their objects. */
  List<Loss> losses() {
    return found.stream().sorted(Comparator.comparing(Loss::object)).toList();
  }
}
