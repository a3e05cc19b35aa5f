package org.freehold.audit.sealing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;
import org.freehold.platform.Uuid7;
import org.freehold.platform.persistence.QueuePlans;

/** What is in the queue of events that have no place yet. */
@ApplicationScoped
public class PendingTrails {
  /**
   * From one tenant to the next by the index: the cost is that of the tenants, not of the events.
   */
  static final String TENANTS =
      "with recursive t as ((select tenant_id from control.audit_pending order by tenant_id limit 1)"
          + " union all select (select p.tenant_id from control.audit_pending p where p.tenant_id > t.tenant_id"
          + " order by p.tenant_id limit 1) from t where t.tenant_id is not null)"
          + " select tenant_id from t where tenant_id is not null";

  static final String OLDEST =
      "select event_id from control.audit_pending order by event_id limit 1";

  @Inject private OwnTransaction transaction;

  List<TenantId> tenants() {
    return transaction.of(TenantRef.PLATFORM, PendingTrails::tenants);
  }

  private static List<TenantId> tenants(Connection connection) throws SQLException {
    QueuePlans.inOrder(connection);
    List<TenantId> tenants = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(TENANTS);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        tenants.add(new TenantId(rows.getObject(1, UUID.class)));
      }
    }
    return tenants;
  }

  /**
   * When the oldest event was made that has no place yet. Asked within others' transactions too, so
   * on the pool that takes no part in them.
   */
  Optional<Instant> oldest() {
    return transaction.of(TenantRef.PLATFORM, PendingTrails::oldest);
  }

  private static Optional<Instant> oldest(Connection connection) throws SQLException {
    QueuePlans.inOrder(connection);
    try (PreparedStatement query = connection.prepareStatement(OLDEST);
        ResultSet row = query.executeQuery()) {
      return row.next() ? Optional.of(Uuid7.time(row.getObject(1, UUID.class))) : Optional.empty();
    }
  }
}
