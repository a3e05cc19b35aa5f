package org.freehold.retention.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.freehold.platform.TenantId;

/** What one tenant said of its data. */
@ApplicationScoped
public class PolicyRepository {
  @PersistenceContext private EntityManager em;

  public List<RetentionPolicy> all(TenantId tenant) {
    return em.createQuery(
            "select p from RetentionPolicy p where p.tenantId = :tenant", RetentionPolicy.class)
        .setParameter("tenant", tenant.value())
        .getResultList();
  }

  public Optional<RetentionPolicy> of(TenantId tenant, String dataClass) {
    return all(tenant).stream().filter(policy -> policy.dataClass().equals(dataClass)).findFirst();
  }

  public void keep(RetentionPolicy policy, boolean isNew, TenantId tenant) {
    if (isNew) {
      em.persist(policy);
    }
    em.flush();
  }
}
