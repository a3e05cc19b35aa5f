package org.freehold.platform.work;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;

/**
 * Puts work into the queue inside the business transaction: it exists exactly when the change does.
 * An EJB because other modules call it: servers look for the persistence unit in the module of the
 * EJB that runs.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class WorkQueue {
  private static final String INSERT =
      "insert into control.work_item as w (id, kind, tenant_id, subject_id, due_at) values (?1, ?2, ?3, ?4, ?5)"
          + " on conflict (kind, tenant_id, subject_id) do ";

  private static final String AGAIN =
      "update set due_at = excluded.due_at, lease_until = null, attempts = 0, fence = w.fence + 1";

  @PersistenceContext private EntityManager em;
  @Inject private Event<WorkDue> events;
  @Inject private Clock clock;

  /**
   * One item per kind, tenant and subject: asking again moves it to the new time. The fence rises,
   * so that whoever is at it just now does not take the new item away when done.
   */
  public void schedule(String kind, TenantId tenant, UUID subject, Instant due) {
    insert(INSERT + AGAIN, kind, tenant, subject, due);
  }

  /**
   * Leaves an item that waits as it is; one that somebody is at just now is due again afterwards,
   * as they may not have seen why it was asked for. Until the commit nobody begins it.
   */
  public void scheduleOnce(String kind, TenantId tenant, UUID subject, Instant due) {
    insert(INSERT + AGAIN + " where w.lease_until is not null", kind, tenant, subject, due);
  }

  private void insert(String sql, String kind, TenantId tenant, UUID subject, Instant due) {
    em.createNativeQuery(sql)
        .setParameter(1, Uuid7.next())
        .setParameter(2, kind)
        .setParameter(3, tenant.value())
        .setParameter(4, subject)
        .setParameter(5, Timestamp.from(due))
        .executeUpdate();
    if (!due.isAfter(clock.instant())) {
      events.fire(WorkDue.ofThisCall());
    }
  }
}
