package org.freehold.audit.sealing.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.freehold.platform.TenantRef;
import org.freehold.platform.persistence.TenantJdbc;

/**
 * Transactions of one tenant that take no part in those of the container: sealing is nobody's
 * request, and who asks for a checkpoint must not keep the tree for as long as the request lasts.
 */
@ApplicationScoped
public class OwnTransaction {
  @Resource(lookup = "jdbc/freehold_sealing")
  private DataSource apart;

  @Inject private TenantJdbc tenantJdbc;

  /** What is done in it. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Commits when the work is done, and undoes all of it when it throws. */
  <T> T of(TenantRef tenant, Work<T> work) {
    try (Connection connection = apart.getConnection()) {
      connection.setAutoCommit(false);
      try {
        tenantJdbc.enter(connection, tenant);
        limitWaiting(connection);
        T result = work.on(connection);
        connection.commit();
        return result;
      } finally {
        // After a commit there is nothing left to undo; the pool wants it back as it was.
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The trail of tenant " + tenant.id().value() + " could not be worked on", e);
    }
  }

  private static void limitWaiting(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local lock_timeout = '5s'");
    }
  }
}
