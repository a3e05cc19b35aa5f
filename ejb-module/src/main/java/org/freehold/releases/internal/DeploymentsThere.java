package org.freehold.releases.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import org.freehold.environments.EnvironmentId;
import org.freehold.environments.EnvironmentUse;
import org.freehold.platform.TenantId;

/** An environment that a release was ever planned for stays on record with its deployments. */
@ApplicationScoped
public class DeploymentsThere implements EnvironmentUse {
  @PersistenceContext private EntityManager em;

  @Override
  public boolean uses(TenantId tenant, EnvironmentId environment) {
    return !em.createNativeQuery(
            "select id from deployment where tenant_id = ?1 and environment_id = ?2 limit 1")
        .setParameter(1, tenant.value())
        .setParameter(2, environment.value())
        .getResultList()
        .isEmpty();
  }

  @Override
  public boolean changes(TenantId tenant, EnvironmentId environment, Instant since) {
    return !em.createNativeQuery(
            "select id from deployment where tenant_id = ?1 and environment_id = ?2 and"
                + " (status in ('promoting', 'verifying', 'rolling_back')"
                + " or greatest(promoting_at, live_at, ended_at) >= ?3) limit 1")
        .setParameter(1, tenant.value())
        .setParameter(2, environment.value())
        .setParameter(3, Timestamp.from(since))
        .getResultList()
        .isEmpty();
  }
}
