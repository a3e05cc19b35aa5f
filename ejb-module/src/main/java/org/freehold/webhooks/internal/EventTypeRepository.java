package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.freehold.platform.TenantId;

/** The types of events of tenants' own products. */
@ApplicationScoped
public class EventTypeRepository {
  @PersistenceContext private EntityManager em;

  public void add(TenantEventType type) {
    em.persist(type);
    em.flush();
  }

  public void remove(TenantEventType type) {
    em.remove(type);
    em.flush();
  }

  public void flush() {
    em.flush();
  }

  public List<TenantEventType> all(TenantId tenant) {
    return em.createQuery(
            "select t from TenantEventType t where t.tenantId = :tenant order by t.type",
            TenantEventType.class)
        .setParameter("tenant", tenant.value())
        .getResultList();
  }

  public Optional<TenantEventType> find(TenantId tenant, String type) {
    return em.createQuery(
            "select t from TenantEventType t where t.tenantId = :tenant and t.type = :type",
            TenantEventType.class)
        .setParameter("tenant", tenant.value())
        .setParameter("type", type)
        .getResultStream()
        .findFirst();
  }

  public long count(TenantId tenant) {
    return em.createQuery(
            "select count(t.id) from TenantEventType t where t.tenantId = :tenant", Long.class)
        .setParameter("tenant", tenant.value())
        .getSingleResult();
  }
}
