package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.webhooks.DeliveryId;
import org.freehold.webhooks.ReplayId;

/** The statements that make deliveries again, on a connection that has entered the tenant. */
@ApplicationScoped
public class ReplayRows {
  /** With the number of the first: what a receiver missed is filled in where it was missed. */
  private static final String INSERT =
      "with made as (select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::int8[], ?::text[])"
          + " as m (id, message_id, endpoint_id, type, sequence, reason)),"
          + " queued as (insert into control.delivery_due (tenant_id, endpoint_id, subject_id, lane, due_at)"
          + " select ?, m.endpoint_id, m.id, 'replay', ?::timestamptz from made m where m.reason is null)"
          + " insert into delivery (tenant_id, id, message_id, endpoint_id, type, status, reason, sequence,"
          + " replay_id, lane, created_at, next_attempt_at, ended_at)"
          + " select ?, m.id, m.message_id, m.endpoint_id, m.type,"
          + " case when m.reason is null then 'pending' else 'skipped' end, m.reason, m.sequence, ?, 'replay',"
          + " ?::timestamptz, case when m.reason is null then ?::timestamptz end,"
          + " case when m.reason is not null then ?::timestamptz end from made m";

  /** In the order of the ids, as where messages are removed. */
  private static final String KEEP =
      "select count(*) from (select unnest(?::uuid[]) as id order by id) wanted cross join lateral"
          + " (select from message where tenant_id = ? and id = wanted.id"
          + " and id between ?::uuid and ?::uuid for key share) m";

  /**
   * Waits for nobody: what is being recorded just now is left, and ended at the next call of this;
   * what stays in the queue is taken away at its turn.
   */
  private static final String CANCEL =
      "with pending as materialized (select id from delivery where tenant_id = ? and replay_id = ?"
          + " and status = 'pending' order by id for update skip locked),"
          + " ended as (update delivery d set status = 'skipped', reason = 'replay_cancelled',"
          + " next_attempt_at = null, ended_at = ? from pending p where d.tenant_id = ? and d.id = p.id"
          + " returning d.id),"
          + " queued as materialized (select q.subject_id from control.delivery_due q join ended e"
          + " on e.id = q.subject_id where q.tenant_id = ? for update of q skip locked)"
          + " delete from control.delivery_due q using queued o where q.tenant_id = ?"
          + " and q.subject_id = o.subject_id";

  /**
   * One that is made again.
   *
   * @param reason why it is not sent after all; null: it is
   */
  record Made(DeliveryId id, DeadRows.Source source, String reason) {
    static Made of(DeadRows.Source source, String reason) {
      return new Made(new DeliveryId(Uuid7.next()), source, reason);
    }
  }

  /**
   * Until the transaction ends no policy removes these messages. Taken before a lock of a delivery,
   * as it is where messages are removed.
   */
  void keepMessages(Connection connection, TenantId tenant, List<UUID> messages)
      throws SQLException {
    if (messages.isEmpty()) {
      return;
    }
    try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
      DeliveryRows.wanted(keep, tenant, messages);
      keep.execute();
    }
  }

  /** Due at once. */
  void insert(Connection connection, TenantId tenant, ReplayId replay, List<Made> made, Instant now)
      throws SQLException {
    if (made.isEmpty()) {
      return;
    }
    Timestamp moment = Timestamp.from(now);
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      new RowArrays<>(insert, 1, made)
          .column("uuid", one -> one.id().value())
          .column("uuid", one -> one.source().message())
          .column("uuid", one -> one.source().endpoint())
          .column("text", one -> one.source().type())
          .column("int8", one -> one.source().sequence())
          .column("text", Made::reason);
      insert.setObject(7, tenant.value());
      insert.setTimestamp(8, moment);
      insert.setObject(9, tenant.value());
      insert.setObject(10, replay.value());
      insert.setTimestamp(11, moment);
      insert.setTimestamp(12, moment);
      insert.setTimestamp(13, moment);
      insert.executeUpdate();
    }
  }

  /** What has not been sent is not sent; a call under way may still arrive. */
  void cancel(Connection connection, TenantId tenant, ReplayId replay, Instant now)
      throws SQLException {
    try (PreparedStatement cancel = connection.prepareStatement(CANCEL)) {
      cancel.setObject(1, tenant.value());
      cancel.setObject(2, replay.value());
      cancel.setTimestamp(3, Timestamp.from(now));
      cancel.setObject(4, tenant.value());
      cancel.setObject(5, tenant.value());
      cancel.setObject(6, tenant.value());
      cancel.executeUpdate();
    }
  }
}
