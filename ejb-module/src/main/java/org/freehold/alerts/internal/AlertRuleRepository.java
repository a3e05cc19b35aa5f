package org.freehold.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.freehold.platform.TenantId;

/** What tenants want to be warned of. */
@ApplicationScoped
public class AlertRuleRepository {
  @PersistenceContext private EntityManager em;

  /** The product's own where the tenant never said. */
  public AlertRuleSet of(TenantId tenant) {
    AlertRuleSet kept = em.find(AlertRuleSet.class, tenant.value());
    return kept == null ? new AlertRuleSet(tenant) : kept;
  }

  public void keep(TenantId tenant, AlertRuleSet set) {
    if (!em.contains(set)) {
      em.persist(set);
    }
    em.flush();
  }
}
