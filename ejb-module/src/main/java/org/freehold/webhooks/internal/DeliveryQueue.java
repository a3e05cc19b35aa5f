package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.work.WorkDue;
import org.freehold.webhooks.MessageId;

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
}
