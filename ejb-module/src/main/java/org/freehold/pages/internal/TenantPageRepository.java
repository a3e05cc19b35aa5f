package org.freehold.pages.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.freehold.platform.TenantId;

/** The pages of one tenant. */
@ApplicationScoped
public class TenantPageRepository {
  @PersistenceContext private EntityManager em;

  /** Until the transaction ends nobody else writes pages of the tenant. */
  public void lock(TenantId tenant) {
    em.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtext(?1))) as held")
        .setParameter(1, "pages:" + tenant.value())
        .getResultList();
  }

  public void add(TenantPage page) {
    em.persist(page);
    em.flush();
  }

  public void remove(TenantPage page) {
    em.remove(page);
    em.flush();
  }

  public void flush() {
    em.flush();
  }

  public Optional<TenantPage> byKey(TenantId tenant, String key) {
    return em.createQuery(
            "select p from TenantPage p where p.tenantId = :tenant and p.key = :key",
            TenantPage.class)
        .setParameter("tenant", tenant.value())
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  /** In the order of their positions. */
  public List<TenantPage> all(TenantId tenant) {
    return em.createQuery(
            "select p from TenantPage p where p.tenantId = :tenant order by p.position, p.key",
            TenantPage.class)
        .setParameter("tenant", tenant.value())
        .getResultList();
  }
}
