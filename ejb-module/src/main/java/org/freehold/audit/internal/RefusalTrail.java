package org.freehold.audit.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.persistence.TenantJdbc;

/**
 * Writes what a rolled-back transaction cannot: refusals and failures. Its connections take no part
 * in the container's transactions, so that the caller's need not be suspended; and its pool is its
 * own, since the caller still holds a connection of the big one. It is no EJB: a container calls
 * none for a transaction that its database has broken.
 */
@ApplicationScoped
public class RefusalTrail {
  @Resource(lookup = "jdbc/freehold_refusals")
  private DataSource dataSource;

  @Inject private TenantJdbc tenantJdbc;
  @Inject private AuditWriter writer;

  public void write(AuditEntry entry) {
    CallContext call = CurrentCall.get();
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      tenantJdbc.enter(connection, call.requireTenant());
      limitWaiting(connection);
      writer.write(connection, call, entry);
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new IllegalStateException("The refusal " + entry.action() + " was not recorded", e);
    }
  }

  /**
   * The transaction that is being refused may itself have taken up the same person: better to fail
   * than to wait for it.
   */
  private static void limitWaiting(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local lock_timeout = '3s'");
    }
  }
}
