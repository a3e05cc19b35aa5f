package org.freehold.releases.approvals.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.approvals.ReleaseApprovalId;

/** What people of one tenant said of planned deployments. */
@ApplicationScoped
public class ReleaseApprovalRepository {
  @PersistenceContext private EntityManager em;

  public void add(ReleaseApproval approval) {
    em.persist(approval);
    em.flush();
  }

  public Optional<ReleaseApproval> byId(TenantId tenant, ReleaseApprovalId id) {
    return Optional.ofNullable(
        em.find(ReleaseApproval.class, new TenantRowKey(tenant, id.value())));
  }

  /** In the order in which they were given. */
  public List<ReleaseApproval> of(TenantId tenant, Collection<DeploymentId> deployments) {
    if (deployments.isEmpty()) {
      return List.of();
    }
    return em.createQuery(
            "select a from ReleaseApproval a where a.tenantId = :tenant"
                + " and a.deploymentId in :deployments order by a.id",
            ReleaseApproval.class)
        .setParameter("tenant", tenant.value())
        .setParameter("deployments", deployments.stream().map(DeploymentId::value).toList())
        .getResultList();
  }
}
