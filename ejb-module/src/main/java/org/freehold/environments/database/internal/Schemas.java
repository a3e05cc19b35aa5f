package org.freehold.environments.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.jdbc.CatalogReader;

/** Reads a schema in one snapshot, as the role that it belongs to and never as the keeper. */
final class Schemas {
  private Schemas() {}

  /** In a transaction of its own, or in the one that is under way. */
  static Catalog read(Connection connection, String schema) throws SQLException {
    if (!connection.getAutoCommit()) {
      return CatalogReader.read(connection, schema);
    }
    connection.setAutoCommit(false);
    try {
      Jdbc.run(connection, "set transaction isolation level repeatable read read only");
      return CatalogReader.read(connection, schema);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}
