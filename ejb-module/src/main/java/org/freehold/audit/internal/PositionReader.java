package org.freehold.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.freehold.platform.TenantId;

/** Which place events have in the tree of the trail. */
@ApplicationScoped
public class PositionReader {
  /** Those that have one. */
  public Map<UUID, Long> of(Connection connection, TenantId tenant, Collection<UUID> events)
      throws SQLException {
    Map<UUID, Long> positions = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select event_id, position from audit_leaf where tenant_id = ? and event_id = any(?)")) {
      query.setObject(1, tenant.value());
      query.setArray(2, connection.createArrayOf("uuid", events.toArray()));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          positions.put(rows.getObject(1, UUID.class), rows.getLong(2));
        }
      }
    }
    return positions;
  }
}
