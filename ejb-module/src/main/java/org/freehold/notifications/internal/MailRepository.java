package org.freehold.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.freehold.notifications.MailId;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.TenantRowKey;

/** Mail of tenants. */
@ApplicationScoped
public class MailRepository {
  @PersistenceContext private EntityManager em;

  void add(TenantId tenant, QueuedMail mail) {
    em.persist(mail);
    em.flush();
  }

  public Optional<QueuedMail> byId(TenantId tenant, MailId id) {
    return Optional.ofNullable(em.find(QueuedMail.class, new TenantRowKey(tenant, id.value())));
  }

  /** Those that waited no more before then; answers how many. */
  public int forget(TenantId tenant, Instant before) {
    return em.createQuery(
            "delete from QueuedMail m where m.tenantId = :tenant and m.endedAt < :before")
        .setParameter("tenant", tenant.value())
        .setParameter("before", before)
        .executeUpdate();
  }
}
