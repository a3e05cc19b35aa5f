package org.freehold.audit.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.freehold.audit.AuditEventDetails;
import org.freehold.audit.AuditFilter;
import org.freehold.audit.AuditNews;
import org.freehold.platform.TenantRef;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.persistence.TenantJdbc;

/** Reads the trail in the order of places; one statement when nothing is new. */
@Stateless
public class TailReader {
  @PersistenceContext private EntityManager em;
  @Inject private TenantJdbc tenantJdbc;
  @Inject private AuditEventReader events;

  public long end(TenantRef tenant) {
    Connection connection = em.unwrap(Connection.class);
    try {
      tenantJdbc.enter(connection, tenant);
      try (PreparedStatement query =
          connection.prepareStatement(
              "select coalesce(max(position) + 1, 0) from audit_leaf where tenant_id = ?")) {
        query.setObject(1, tenant.id().value());
        try (ResultSet row = query.executeQuery()) {
          row.next();
          return row.getLong(1);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The end of the trail could not be read", e);
    }
  }

  public AuditNews from(TenantRef tenant, AuditFilter filter, long place) {
    List<UUID> placed = placed(tenant, place);
    List<AuditEventDetails> found =
        placed.isEmpty() ? List.of() : events.among(tenant, filter, placed);
    return new AuditNews(
        found.stream().sorted(Comparator.comparing(AuditEventDetails::sequence)).toList(),
        place + placed.size());
  }

  private List<UUID> placed(TenantRef tenant, long place) {
    Connection connection = em.unwrap(Connection.class);
    try {
      tenantJdbc.enter(connection, tenant);
      try (PreparedStatement query =
          connection.prepareStatement(
              "select event_id from audit_leaf where tenant_id = ? and position >= ? and position < ?"
                  + " order by position")) {
        query.setObject(1, tenant.id().value());
        query.setLong(2, place);
        query.setLong(3, place + PageRequest.MOST);
        List<UUID> placed = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            placed.add(rows.getObject(1, UUID.class));
          }
        }
        return placed;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The trail could not be followed", e);
    }
  }
}
