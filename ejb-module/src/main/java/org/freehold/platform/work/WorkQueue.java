package org.freehold.platform.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.UUID;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;

/**
 * Puts work into the queue inside the business transaction: it exists exactly when the change does.
 */
@ApplicationScoped
public class WorkQueue {
  @PersistenceContext private EntityManager em;

  /** One item per kind, tenant and subject: asking again moves it to the new time. */
  public void schedule(String kind, TenantId tenant, UUID subject, Instant due) {
    em.createNativeQuery(
            "insert into control.work_item (id, kind, tenant_id, subject_id, due_at) values (?1, ?2, ?3, ?4, ?5)"
                + " on conflict (kind, tenant_id, subject_id) do update"
                + " set due_at = excluded.due_at, lease_until = null, attempts = 0")
        .setParameter(1, Uuid7.next())
        .setParameter(2, kind)
        .setParameter(3, tenant.value())
        .setParameter(4, subject)
        .setParameter(5, java.sql.Timestamp.from(due))
        .executeUpdate();
  }

  public void cancel(String kind, TenantId tenant, UUID subject) {
    em.createNativeQuery(
            "delete from control.work_item where kind = ?1 and tenant_id = ?2 and subject_id = ?3")
        .setParameter(1, kind)
        .setParameter(2, tenant.value())
        .setParameter(3, subject)
        .executeUpdate();
  }
}
