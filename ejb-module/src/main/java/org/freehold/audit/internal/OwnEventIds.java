package org.freehold.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.freehold.platform.TenantId;

/** Under which ids of its own the product has recorded events. */
@ApplicationScoped
public class OwnEventIds {
  /** Rows that one statement takes away. */
  private static final int MOST = 10_000;

  /**
   * In the order of the ids, so that two calls with the same ones wait for each other and do not
   * lock each other up.
   */
  private static final String TAKE =
      "insert into audit_own_event (tenant_id, own_id, event_id, content_hash, recorded_at)"
          + " select ?, o.own_id, o.event_id, o.hash, ? from unnest(?::text[], ?::uuid[], ?::bytea[])"
          + " as o (own_id, event_id, hash) order by o.own_id on conflict (tenant_id, own_id) do nothing";

  /** What stands under an id. */
  record Known(UUID event, byte[] hash) {}

  /** An id that is to be taken. */
  record Wished(String ownId, UUID event, byte[] hash) {}

  /** Takes those that are free, and answers what stands under each of them then. */
  Map<String, Known> take(Connection connection, TenantId tenant, List<Wished> wished, Instant now)
      throws SQLException {
    Map<String, Known> known = new HashMap<>();
    if (wished.isEmpty()) {
      return known;
    }
    Object[] ids = wished.stream().map(Wished::ownId).toArray();
    try (PreparedStatement take = connection.prepareStatement(TAKE)) {
      take.setObject(1, tenant.value());
      take.setTimestamp(2, Timestamp.from(now));
      take.setArray(3, connection.createArrayOf("text", ids));
      take.setArray(
          4, connection.createArrayOf("uuid", wished.stream().map(Wished::event).toArray()));
      take.setArray(
          5,
          connection.createArrayOf(
              "bytea", wished.stream().map(Wished::hash).toArray(byte[][]::new)));
      take.executeUpdate();
    }
    try (PreparedStatement query =
        connection.prepareStatement(
            "select own_id, event_id, content_hash from audit_own_event"
                + " where tenant_id = ? and own_id = any(?)")) {
      query.setObject(1, tenant.value());
      query.setArray(2, connection.createArrayOf("text", ids));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          known.put(rows.getString(1), new Known(rows.getObject(2, UUID.class), rows.getBytes(3)));
        }
      }
    }
    return known;
  }

  /** Forgets those from before that moment, so many at a time, and answers how many. */
  int forget(Connection connection, TenantId tenant, Instant before) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from audit_own_event where tenant_id = ? and own_id in (select own_id from audit_own_event"
                + " where tenant_id = ? and recorded_at < ? order by recorded_at limit "
                + MOST
                + ")")) {
      delete.setObject(1, tenant.value());
      delete.setObject(2, tenant.value());
      delete.setTimestamp(3, Timestamp.from(before));
      int forgotten = 0;
      int now = MOST;
      while (now == MOST) {
        now = delete.executeUpdate();
        forgotten += now;
      }
      return forgotten;
    }
  }
}
