package org.freehold.audit.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.persistence.TenantJdbc;

/** Writes the event of a change on the connection of the change: both are committed, or neither. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ChangeTrail {
  @PersistenceContext private EntityManager em;

  @Inject private TenantJdbc tenantJdbc;
  @Inject private AuditWriter writer;

  public void write(AuditEntry entry) {
    CallContext call = CurrentCall.get();
    em.flush();
    // The entity manager's own: asking the pool for it again waits behind those who wait for a
    // first one, and more writers at once than connections would all wait for each other.
    Connection connection = em.unwrap(Connection.class);
    try {
      tenantJdbc.enter(connection, call.requireTenant());
      writer.write(connection, call, entry);
    } catch (SQLException e) {
      throw new IllegalStateException("The audit event " + entry.action() + " was not written", e);
    }
  }
}
