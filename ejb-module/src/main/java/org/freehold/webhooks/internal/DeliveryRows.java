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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.QueuePlans;
import org.freehold.webhooks.DeliveryStatus;

/** The statements around attempts, on a connection that has entered the tenant. */
@ApplicationScoped
public class DeliveryRows {
  /**
   * Bounds of the ids beside the ids: partitions outside are not even planned for. Each row is
   * looked up by itself, by its key: while the statistics of a young month know nothing of it, one
   * look for all of them may read everything that the tenant has.
   */
  private static final String READ =
      "select d.id, d.message_id, d.endpoint_id, d.attempt_count, d.sequence, d.created_at, d.status"
          + " from unnest(?::uuid[]) as wanted (id) cross join lateral (select * from delivery"
          + " where tenant_id = ? and id = wanted.id and id between ?::uuid and ?::uuid offset 0) d";

  private static final String BODIES =
      "select m.id, m.body, m.test from unnest(?::uuid[]) as wanted (id) cross join lateral"
          + " (select id, body, test from message"
          + " where tenant_id = ? and id = wanted.id and id between ?::uuid and ?::uuid offset 0) m";

  /**
   * By itself, before the change: a row that another moved while this waits for it is in a new
   * place, which only a later statement sees.
   */
  static final String LOCK =
      "select count(*) from unnest(?::uuid[]) as c (id) cross join lateral (select"
          + " from control.delivery_due where tenant_id = ? and subject_id = c.id for update) q";

  /**
   * The queue changes faster than its statistics, so its rows are looked up one by one by their
   * key, and changed where they are. Deliveries are named by a list beside the bounds: statistics
   * never know of ids as young as these, and all that lie between them would be read.
   */
  static final String CHANGE =
      "with change as materialized (select c.*, q.place, coalesce(q.fence = c.fence, false) as ours"
          + " from unnest(?::uuid[], ?::int8[], ?::text[], ?::text[], ?::int4[], ?::timestamptz[])"
          + " as c (id, fence, status, reason, number, next_at)"
          + " left join lateral (select ctid as place, fence from control.delivery_due"
          + " where tenant_id = ? and subject_id = c.id offset 0) q on true),"
          + " ended as (delete from control.delivery_due where ctid = any"
          + " (array(select place from change where ours and status <> 'pending' or status = 'delivered'))),"
          + " again as (update control.delivery_due q set lease_until = null, due_at = c.next_at, failures = 0"
          + " from change c where q.ctid = c.place and c.ours and c.status = 'pending')"
          + " update delivery d set status = c.status, reason = c.reason,"
          + " attempt_count = greatest(d.attempt_count, c.number), next_attempt_at = c.next_at,"
          + " ended_at = case when c.status <> 'pending' then ?::timestamptz end"
          + " from change c where d.tenant_id = ? and d.id = c.id and d.id = any (?::uuid[]) and d.id between ?::uuid and ?::uuid"
          + " and (d.status = 'pending' and c.ours or c.status = 'delivered' and d.status <> 'delivered')";

  private static final String ATTEMPTS =
      "insert into delivery_attempt (tenant_id, id, delivery_id, number, attempted_at, status_code, error,"
          + " duration_ms, response_excerpt, ip_address, request_headers, response_headers, node)"
          + " select ?, a.id, a.delivery_id, a.number, a.attempted_at, a.status_code, a.error, a.duration_ms,"
          + " a.response_excerpt, a.ip_address, a.request_headers::jsonb, a.response_headers::jsonb, ?"
          + " from unnest(?::uuid[], ?::uuid[], ?::int4[], ?::timestamptz[], ?::int4[], ?::text[], ?::int4[],"
          + " ?::text[], ?::text[], ?::text[], ?::text[]) as a (id, delivery_id, number, attempted_at, status_code,"
          + " error, duration_ms, response_excerpt, ip_address, request_headers, response_headers)";

  /** A delivery as its next attempt needs it. */
  record Row(
      UUID id,
      UUID message,
      UUID endpoint,
      int attempts,
      long sequence,
      Instant createdAt,
      DeliveryStatus status) {}

  /**
   * What is sent of a message.
   *
   * @param test whether somebody tries an endpoint with it
   */
  record Body(String text, boolean test) {}

  /**
   * What becomes of a delivery.
   *
   * @param number of the attempt that led to it; null for none that counts
   * @param nextAt of the next attempt while it is pending
   */
  record Change(
      Claimed claimed, DeliveryStatus status, String reason, Integer number, Instant nextAt) {}

  List<Row> read(Connection connection, TenantId tenant, List<UUID> ids) throws SQLException {
    List<Row> found = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(READ)) {
      wanted(select, tenant, ids);
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
                  WireNames.constant(DeliveryStatus.class, rows.getString(7)).orElseThrow()));
        }
      }
    }
    return found;
  }

  /** By their ids; those that are gone are missing. */
  Map<UUID, Body> bodies(Connection connection, TenantId tenant, List<UUID> messages)
      throws SQLException {
    Map<UUID, Body> found = new HashMap<>();
    if (messages.isEmpty()) {
      return found;
    }
    try (PreparedStatement select = connection.prepareStatement(BODIES)) {
      wanted(select, tenant, messages);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.put(rows.getObject(1, UUID.class), new Body(rows.getString(2), rows.getBoolean(3)));
        }
      }
    }
    return found;
  }

  /** The ids, the tenant, and the least and the greatest id. */
  static void wanted(PreparedStatement select, TenantId tenant, List<UUID> ids)
      throws SQLException {
    new RowArrays<>(select, 1, ids).column("uuid", id -> id);
    select.setObject(2, tenant.value());
    bounds(select, 3, ids);
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
    QueuePlans.byKey(connection);
    lock(connection, tenant, changes);
    try (PreparedStatement change = connection.prepareStatement(CHANGE)) {
      new RowArrays<>(change, 1, changes)
          .column("uuid", one -> one.claimed().subject())
          .column("int8", one -> one.claimed().fence())
          .column("text", one -> WireNames.of(one.status()))
          .column("text", Change::reason)
          .column("int4", Change::number)
          .column("timestamptz", Change::nextAt);
      change.setObject(7, tenant.value());
      change.setTimestamp(8, Timestamp.from(now));
      change.setObject(9, tenant.value());
      new RowArrays<>(change, 10, changes).column("uuid", one -> one.claimed().subject());
      bounds(change, 11, changes.stream().map(one -> one.claimed().subject()).toList());
      change.executeUpdate();
    }
  }

  private static void lock(Connection connection, TenantId tenant, List<Change> changes)
      throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      new RowArrays<>(lock, 1, changes).column("uuid", one -> one.claimed().subject());
      lock.setObject(2, tenant.value());
      lock.execute();
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

  /** The least and the greatest of the ids, of which there is one at the least. */
  static void bounds(PreparedStatement statement, int first, List<UUID> ids) throws SQLException {
    // As text: Java orders UUIDs by their halves as signed numbers.
    List<String> ordered =
        ids.stream().map(UUID::toString).sorted(Comparator.naturalOrder()).toList();
    statement.setString(first, ordered.get(0));
    statement.setString(first + 1, ordered.get(ordered.size() - 1));
  }
}
