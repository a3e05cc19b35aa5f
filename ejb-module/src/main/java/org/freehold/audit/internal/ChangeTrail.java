package org.freehold.audit.internal;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.persistence.TenantJdbc;

/** Writes the event of a change on the connection of the change: both are committed, or neither. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ChangeTrail {
  @PersistenceContext private EntityManager em;

  @Resource(lookup = "jdbc/freehold")
  private DataSource dataSource;

  @Inject private TenantJdbc tenantJdbc;
  @Inject private AuditWriter writer;

  public void write(AuditEntry entry) {
    CallContext call = CurrentCall.get();
    em.flush();
    try (Connection connection = dataSource.getConnection()) {
      tenantJdbc.enter(connection, call.requireTenant());
      writer.write(connection, call, entry);
    } catch (SQLException e) {
      throw new IllegalStateException("The audit event " + entry.action() + " was not written", e);
    }
  }
}
