package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.WireNames;
import org.freehold.webhooks.DeliveryStatus;

/** The statements around attempts, on a connection that has entered the tenant. */
@ApplicationScoped
public class DeliveryRows {
  /** Bounds of the ids beside the ids: partitions outside are not even planned for. */
  private static final String READ =
      "select d.id, d.message_id, d.endpoint_id, d.attempt_count, d.sequence, d.created_at, d.status, m.body, m.test"
          + " from delivery d left join message m on m.tenant_id = d.tenant_id and m.id = d.message_id"
          + " where d.tenant_id = ? and d.id = any (?) and d.id between ?::uuid and ?::uuid";

  private static final String CHANGE =
      "with change as (select * from unnest(?::uuid[], ?::int8[], ?::text[], ?::text[], ?::int4[], ?::timestamptz[])"
          + " as c (id, fence, status, reason, number, next_at)),"
          + " ended as (delete from control.delivery_due q using change c where q.tenant_id = ?"
          + " and q.subject_id = c.id and (q.fence = c.fence and c.status <> 'pending' or c.status = 'delivered')"
          + " returning q.subject_id),"
          + " again as (update control.delivery_due q set lease_until = null, due_at = c.next_at, failures = 0"
          + " from change c where q.tenant_id = ? and q.subject_id = c.id and q.fence = c.fence"
          + " and c.status = 'pending' returning q.subject_id),"
          + " ours as (select subject_id from ended union all select subject_id from again)"
          + " update delivery d set status = c.status, reason = c.reason,"
          + " attempt_count = greatest(d.attempt_count, c.number), next_attempt_at = c.next_at,"
          + " ended_at = case when c.status <> 'pending' then ?::timestamptz end"
          + " from change c left join ours o on o.subject_id = c.id"
          + " where d.tenant_id = ? and d.id = c.id and d.id between ?::uuid and ?::uuid"
          + " and (d.status = 'pending' and o.subject_id is not null"
          + " or c.status = 'delivered' and d.status <> 'delivered')";

  private static final String ATTEMPTS =
      "insert into delivery_attempt (tenant_id, id, delivery_id, number, attempted_at, status_code, error,"
          + " duration_ms, response_excerpt, ip_address, request_headers, response_headers, node)"
          + " select ?, a.id, a.delivery_id, a.number, a.attempted_at, a.status_code, a.error, a.duration_ms,"
          + " a.response_excerpt, a.ip_address, a.request_headers::jsonb, a.response_headers::jsonb, ?"
          + " from unnest(?::uuid[], ?::uuid[], ?::int4[], ?::timestamptz[], ?::int4[], ?::text[], ?::int4[],"
          + " ?::text[], ?::text[], ?::text[], ?::text[]) as a (id, delivery_id, number, attempted_at, status_code,"
          + " error, duration_ms, response_excerpt, ip_address, request_headers, response_headers)";

  /** A delivery as its next attempt needs it; {@code body} null when its message is gone. */
  record Row(
      UUID id,
      UUID message,
      UUID endpoint,
      int attempts,
      long sequence,
      Instant createdAt,
      DeliveryStatus status,
      String body,
      boolean test) {}

  /**
   * What becomes of a delivery.
   *
   * @param number of the attempt that led to it; null for none that counts
   * @param nextAt of the next attempt while it is pending
   */
  record Change(
      Claimed claimed, DeliveryStatus status, String reason, Integer number, Instant nextAt) {}

  List<Row> read(Connection connection, TenantId tenant, List<UUID> ids) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(READ)) {
      select.setObject(1, tenant.value());
      new RowArrays<>(select, 2, ids).column("uuid", id -> id);
      bounds(select, 3, ids);
      List<Row> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(
              new Row(
                  rows.getObject(1, UUID.class),
                  rows.getObject(2, UUID.class),
                  rows.getObject(3, UUID.class),
                  rows.getInt(4),
                  rows.getLong(5),
                  rows.getTimestamp(6).toInstant(),
                  WireNames.constant(DeliveryStatus.class, rows.getString(7)).orElseThrow(),
                  rows.getString(8),
                  rows.getBoolean(9)));
        }
      }
      return found;
    }
  }

  /**
   * Changes deliveries and the queue together. Who lost the lease changes nothing, as another says
   * what becomes of it; but a delivery that arrived has arrived, whoever says so, and leaves the
   * queue.
   */
  void change(Connection connection, TenantId tenant, List<Change> changes, Instant now)
      throws SQLException {
    if (changes.isEmpty()) {
      return;
    }
    try (PreparedStatement change = connection.prepareStatement(CHANGE)) {
      new RowArrays<>(change, 1, changes)
          .column("uuid", one -> one.claimed().subject())
          .column("int8", one -> one.claimed().fence())
          .column("text", one -> WireNames.of(one.status()))
          .column("text", Change::reason)
          .column("int4", Change::number)
          .column("timestamptz", Change::nextAt);
      change.setObject(7, tenant.value());
      change.setObject(8, tenant.value());
      change.setTimestamp(9, Timestamp.from(now));
      change.setObject(10, tenant.value());
      bounds(change, 11, changes.stream().map(one -> one.claimed().subject()).toList());
      change.executeUpdate();
    }
  }

  void attempts(Connection connection, TenantId tenant, String node, List<Result> results)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ATTEMPTS)) {
      insert.setObject(1, tenant.value());
      insert.setString(2, node);
      new RowArrays<>(insert, 3, results)
          .column("uuid", one -> Uuid7.next())
          .column("uuid", one -> one.ready().claimed().subject())
          .column("int4", one -> one.counted() ? one.ready().number() : null)
          .column("timestamptz", one -> one.outcome().attemptedAt())
          .column("int4", one -> one.outcome().statusCode())
          .column(
              "text",
              one -> one.outcome().error() == null ? null : WireNames.of(one.outcome().error()))
          .column("int4", one -> one.outcome().durationMs())
          .column("text", one -> one.outcome().responseExcerpt())
          .column("text", one -> one.outcome().ipAddress())
          .column("text", one -> json(one.outcome().requestHeaders()))
          .column("text", one -> json(one.outcome().responseHeaders()));
      insert.executeUpdate();
    }
  }

  private static String json(Map<String, String> headers) {
    return headers == null ? null : JsonText.of(headers);
  }

  private static void bounds(PreparedStatement statement, int first, List<UUID> ids)
      throws SQLException {
    // As text: Java orders UUIDs by their halves as signed numbers.
    List<String> ordered =
        ids.stream().map(UUID::toString).sorted(Comparator.naturalOrder()).toList();
    statement.setString(first, ordered.get(0));
    statement.setString(first + 1, ordered.get(ordered.size() - 1));
  }
}
