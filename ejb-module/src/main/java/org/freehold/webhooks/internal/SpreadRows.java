package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.QueuePlans;
import org.freehold.webhooks.DeliveryStatus;
import org.freehold.webhooks.WebhookEndpointId;

/** The statements that spread messages, on a connection that has entered their tenant. */
@ApplicationScoped
public class SpreadRows {
  /** Bounds of the ids beside the ids, here and below: months outside are not even planned for. */
  private static final String LOCK =
      "select id, type, body, spread_at from message where tenant_id = ? and id = any (?::uuid[])"
          + " and id between ?::uuid and ?::uuid order by id for update";

  private static final String NUMBER =
      "insert into endpoint_health as h (tenant_id, endpoint_id, last_sequence)"
          + " select ?, n.endpoint_id, n.count from unnest(?::uuid[], ?::int8[]) as n (endpoint_id, count)"
          + " on conflict (tenant_id, endpoint_id) do update"
          + " set last_sequence = h.last_sequence + excluded.last_sequence"
          + " returning endpoint_id, last_sequence";

  static final String INSERT =
      "with made as (select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::int8[])"
          + " as m (id, message_id, type, endpoint_id, status, reason, sequence)),"
          + " delivered as (insert into delivery (tenant_id, id, message_id, endpoint_id, type, status,"
          + " reason, sequence, created_at, next_attempt_at, ended_at)"
          + " select ?, m.id, m.message_id, m.endpoint_id, m.type, m.status, m.reason, m.sequence, ?::timestamptz,"
          + " case when m.status = 'pending' then ?::timestamptz end,"
          + " case when m.status <> 'pending' then ?::timestamptz end from made m),"
          + " queued as (insert into control.delivery_due (tenant_id, endpoint_id, subject_id, due_at)"
          + " select ?, m.endpoint_id, m.id, ? from made m where m.status = 'pending'),"
          + " done as (delete from control.delivery_due where tenant_id = ? and subject_id = any (?)"
          + " and endpoint_id is null)"
          + " update message set spread_at = ? where tenant_id = ? and id = any (?::uuid[])"
          + " and id between ?::uuid and ?::uuid";

  /** A message that nobody has been looked up for. */
  record Unspread(UUID id, String type, String body) {}

  /** A new delivery: to be made when no reason speaks against it. */
  static final class Made {
    private final UUID id;
    private final UUID message;
    private final String type;
    private final WebhookEndpointId endpoint;
    private final String reason;
    private long sequence;

    Made(UUID id, UUID message, String type, WebhookEndpointId endpoint, String reason) {
      this.id = id;
      this.message = message;
      this.type = type;
      this.endpoint = endpoint;
      this.reason = reason;
    }

    void number(long given) {
      sequence = given;
    }

    UUID id() {
      return id;
    }

    WebhookEndpointId endpoint() {
      return endpoint;
    }

    DeliveryStatus status() {
      return reason == null ? DeliveryStatus.PENDING : DeliveryStatus.SKIPPED;
    }
  }

  /** Those of the messages that are there and not spread yet, oldest first. */
  List<Unspread> lock(Connection connection, TenantId tenant, List<UUID> messages)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LOCK)) {
      select.setObject(1, tenant.value());
      new RowArrays<>(select, 2, messages).column("uuid", id -> id);
      DeliveryRows.bounds(select, 3, messages);
      List<Unspread> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          if (rows.getObject(4) == null) {
            found.add(
                new Unspread(rows.getObject(1, UUID.class), rows.getString(2), rows.getString(3)));
          }
        }
      }
      return found;
    }
  }

  /** Takes as many numbers for each endpoint as it has new deliveries, and answers the last. */
  Map<String, Long> sequences(
      Connection connection, TenantId tenant, Map<String, List<Made>> byEndpoint)
      throws SQLException {
    try (PreparedStatement number = connection.prepareStatement(NUMBER)) {
      number.setObject(1, tenant.value());
      new RowArrays<>(number, 2, List.copyOf(byEndpoint.entrySet()))
          .column("uuid", Map.Entry::getKey)
          .column("int8", entry -> entry.getValue().size());
      Map<String, Long> last = new HashMap<>();
      try (ResultSet rows = number.executeQuery()) {
        while (rows.next()) {
          last.put(rows.getString(1), rows.getLong(2));
        }
      }
      return last;
    }
  }

  /**
   * All of it in one statement: the deliveries, what is due of them, and that it is done.
   *
   * @param messages that leave the queue
   * @param spread those of them that were locked unspread
   */
  void insert(
      Connection connection,
      TenantId tenant,
      List<Made> made,
      List<UUID> messages,
      List<UUID> spread,
      Instant now)
      throws SQLException {
    Timestamp moment = Timestamp.from(now);
    QueuePlans.byKey(connection);
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      new RowArrays<>(insert, 1, made)
          .column("uuid", one -> one.id)
          .column("uuid", one -> one.message)
          .column("text", one -> one.type)
          .column("uuid", one -> one.endpoint.value())
          .column("text", one -> WireNames.of(one.status()))
          .column("text", one -> one.reason)
          .column("int8", one -> one.sequence);
      insert.setObject(8, tenant.value());
      insert.setTimestamp(9, moment);
      insert.setTimestamp(10, moment);
      insert.setTimestamp(11, moment);
      insert.setObject(12, tenant.value());
      insert.setTimestamp(13, moment);
      insert.setObject(14, tenant.value());
      new RowArrays<>(insert, 15, messages).column("uuid", id -> id);
      insert.setTimestamp(16, moment);
      insert.setObject(17, tenant.value());
      new RowArrays<>(insert, 18, spread).column("uuid", id -> id);
      DeliveryRows.bounds(insert, 19, spread.isEmpty() ? messages : spread);
      insert.executeUpdate();
    }
  }
}
