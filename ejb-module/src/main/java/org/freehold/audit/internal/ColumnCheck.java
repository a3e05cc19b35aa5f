package org.freehold.audit.internal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.freehold.platform.CallContext;
import org.freehold.platform.TenantRef;
import org.freehold.platform.persistence.TenantJdbc;

/**
 * Compares the columns by which events are found with the leaves that are sealed: who changes a
 * column hides an event from those who ask for it, and no hash shows that.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ColumnCheck {
  /** Of a tenant, the newest: a second's work. */
  private static final int EVENTS = 50_000;

  private static final int TOLD = 100;

  /**
   * Those that were told already are left out, so that each is told once. A leaf that is no JSON
   * differs from all columns.
   */
  private static final String DIFFERENT =
      "select e.id from (select * from audit_event where tenant_id = ? order by id desc limit ?) e,"
          + " lateral (select leaf_json(e.leaf) as j offset 0) l where "
          + LeafColumns.AGREE
          + " is not true"
          + " and not exists (select from audit_event t where t.tenant_id = e.tenant_id"
          + " and t.resource_id = e.id and t.action = 'audit.columns_changed') order by e.id limit ?";

  @PersistenceContext private EntityManager em;
  @Inject private TenantJdbc tenantJdbc;
  @Inject private SystemTrail trail;

  /** Puts each that differs on record, once; answers how many are new. */
  public int check(TenantRef tenant) {
    Connection connection = em.unwrap(Connection.class);
    try {
      tenantJdbc.enter(connection, tenant);
      List<UUID> different = different(connection, tenant);
      CallContext call = CallContext.system("audit:columns", tenant);
      for (UUID event : different) {
        trail.critical(connection, call, "audit.columns_changed", event);
      }
      return different.size();
    } catch (SQLException e) {
      throw new IllegalStateException("The columns of the trail were not compared", e);
    }
  }

  private static List<UUID> different(Connection connection, TenantRef tenant) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(DIFFERENT)) {
      query.setObject(1, tenant.id().value());
      query.setInt(2, EVENTS);
      query.setInt(3, TOLD);
      List<UUID> different = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          different.add(rows.getObject(1, UUID.class));
        }
      }
      return different;
    }
  }
}
