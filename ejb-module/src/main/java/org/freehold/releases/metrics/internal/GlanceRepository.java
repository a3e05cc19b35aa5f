package org.freehold.releases.metrics.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.Condition;
import org.freehold.releases.DeploymentStatus;
import org.freehold.releases.ReleaseStatus;
import org.freehold.releases.metrics.ReleasesAtAGlance;

/** Looks over the releases of one tenant. */
@ApplicationScoped
public class GlanceRepository {
  private static final String DEPLOYED =
      " from Deployment d, Release r where d.tenantId = :tenant and r.tenantId = d.tenantId"
          + " and r.id = d.releaseId and d.status in :statuses";
  private static final List<String> PENDING =
      List.of(
          WireNames.of(DeploymentStatus.PLANNED),
          WireNames.of(DeploymentStatus.AWAITING_APPROVAL),
          WireNames.of(DeploymentStatus.PROMOTING),
          WireNames.of(DeploymentStatus.VERIFYING),
          WireNames.of(DeploymentStatus.ROLLING_BACK));

  @PersistenceContext private EntityManager em;

  /** {@code visible} is about {@code r}, the release; null: all. */
  public ReleasesAtAGlance look(TenantId tenant, boolean configured, Condition visible) {
    List<Object[]> latest =
        new ArrayList<>(
            query(
                    Object[].class,
                    "select r.ref, d.environment" + DEPLOYED,
                    visible,
                    " order by d.times.liveAt desc, d.id desc",
                    tenant)
                .setParameter(
                    "statuses", DeploymentStatus.IN_PLACE.stream().map(WireNames::of).toList())
                .setMaxResults(1)
                .getResultList());
    long pending =
        query(Long.class, "select count(distinct r.id)" + DEPLOYED, visible, "", tenant)
            .setParameter("statuses", PENDING)
            .getSingleResult();
    long failed =
        query(
                Long.class,
                "select count(r.id) from Release r where r.tenantId = :tenant and r.status = :failed",
                visible,
                "",
                tenant)
            .setParameter("failed", WireNames.of(ReleaseStatus.FAILED))
            .getSingleResult();
    Object[] last = latest.isEmpty() ? new Object[2] : latest.get(0);
    return new ReleasesAtAGlance(
        configured, configured && failed == 0, (String) last[0], (String) last[1], pending, failed);
  }

  private <T> TypedQuery<T> query(
      Class<T> type, String select, Condition visible, String order, TenantId tenant) {
    TypedQuery<T> query =
        em.createQuery(select + (visible == null ? "" : " and " + visible.jpql()) + order, type);
    query.setParameter("tenant", tenant.value());
    if (visible != null) {
      visible.parameters().forEach(query::setParameter);
    }
    return query;
  }
}
