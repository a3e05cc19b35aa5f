package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.work.WorkDue;
import org.freehold.webhooks.DeliveryId;
import org.freehold.webhooks.MessageId;
import org.freehold.webhooks.WebhookEndpointId;

/**
 * Puts into the queue what webhooks have to do, in the transaction of whoever wants it done: it is
 * there exactly when the change is.
 */
@ApplicationScoped
public class DeliveryQueue {
  /** One statement: every change of the product pays it. */
  private static final String TELL =
      "with told as (insert into message (tenant_id, id, type, body, created_at, own)"
          + " values (?1, ?2, ?3, ?4, ?5, ?6))"
          + " insert into control.delivery_due (tenant_id, subject_id, due_at) values (?7, ?8, ?9)";

  private static final String ENQUEUE =
      "insert into control.delivery_due as q (tenant_id, endpoint_id, subject_id, lane, due_at)"
          + " select ?, ?, r.id, ?, ? from unnest(?::uuid[]) as r (id)"
          + " on conflict (tenant_id, subject_id) do update"
          + " set due_at = excluded.due_at, lane = excluded.lane, lease_until = null,"
          + " fence = q.fence + 1, failures = 0";

  @PersistenceContext private EntityManager em;
  @Inject private Event<WorkDue> doorbell;
  @Inject private Clock clock;

  /**
   * Writes a message down, to be spread to whoever wants it as soon as this commits.
   *
   * @param own whether the tenant's product sends it
   */
  MessageId tell(TenantId tenant, String type, String body, Instant now, boolean own) {
    MessageId id = new MessageId(Uuid7.next());
    Timestamp moment = Timestamp.from(now);
    em.createNativeQuery(TELL)
        .setParameter(1, tenant.value())
        .setParameter(2, id.value())
        .setParameter(3, type)
        .setParameter(4, body)
        .setParameter(5, moment)
        .setParameter(6, own)
        .setParameter(7, tenant.value())
        .setParameter(8, id.value())
        .setParameter(9, moment)
        .executeUpdate();
    doorbell.fire(WorkDue.ofThisCall());
    return id;
  }

  /**
   * Lets a pending delivery be made when it is due. One that is queued already is moved there, and
   * whoever has it under a lease loses it.
   */
  void enqueue(
      TenantId tenant, WebhookEndpointId endpoint, DeliveryId delivery, Instant dueAt, Lane lane) {
    enqueue(tenant, endpoint, List.of(delivery), dueAt, lane);
  }

  /** The same for many, in one statement. */
  void enqueue(
      TenantId tenant,
      WebhookEndpointId endpoint,
      List<DeliveryId> deliveries,
      Instant dueAt,
      Lane lane) {
    em.flush();
    Connection connection = em.unwrap(Connection.class);
    try (PreparedStatement insert = connection.prepareStatement(ENQUEUE)) {
      insert.setObject(1, tenant.value());
      insert.setObject(2, endpoint.value());
      insert.setString(3, WireNames.of(lane));
      insert.setTimestamp(4, Timestamp.from(dueAt));
      new RowArrays<>(insert, 5, deliveries).column("uuid", DeliveryId::value);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Deliveries could not be queued", e);
    }
    if (!dueAt.isAfter(clock.instant())) {
      doorbell.fire(WorkDue.ofThisCall());
    }
  }
}
