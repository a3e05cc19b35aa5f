package org.freehold.releases.metrics.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.freehold.environments.EnvironmentId;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.Condition;
import org.freehold.projects.ProjectId;
import org.freehold.releases.DeploymentStatus;

/** Reads of the deployments of one tenant what the metrics look at. */
@ApplicationScoped
public class MetricsRepository {
  /** Of that many the newest are counted. */
  static final int MOST = 20_000;

  @PersistenceContext private EntityManager em;

  /**
   * Newest first.
   *
   * @param environment by name; null: all
   * @param project null: all
   * @param visible about {@code r}, the release; null: all
   */
  public List<DeploymentFact> begunSince(
      TenantId tenant, Instant from, String environment, ProjectId project, Condition visible) {
    StringBuilder jpql =
        new StringBuilder(
            "select d.id, d.environmentId, d.environment, d.status, r.external, r.createdAt,"
                + " d.times.promotingAt, d.times.liveAt, d.times.endedAt, d.previousId,"
                + " case when d.rollback.automatic is null then 0 else 1 end"
                + " from Deployment d, Release r where d.tenantId = :tenant and r.tenantId = :owner"
                + " and r.id = d.releaseId and d.times.promotingAt >= :from");
    jpql.append(environment == null ? "" : " and d.environment = :environment");
    jpql.append(project == null ? "" : " and r.projectId = :project");
    jpql.append(visible == null ? "" : " and " + visible.jpql());
    TypedQuery<Object[]> query =
        em.createQuery(jpql.append(" order by d.times.promotingAt desc").toString(), Object[].class)
            .setParameter("tenant", tenant.value())
            .setParameter("owner", tenant.value())
            .setParameter("from", from)
            .setMaxResults(MOST);
    if (environment != null) {
      query.setParameter("environment", environment);
    }
    if (project != null) {
      query.setParameter("project", project.value());
    }
    if (visible != null) {
      visible.parameters().forEach(query::setParameter);
    }
    return query.getResultList().stream().map(MetricsRepository::fact).toList();
  }

  private static DeploymentFact fact(Object[] row) {
    return new DeploymentFact(
        (UUID) row[0],
        new EnvironmentId((UUID) row[1]),
        (String) row[2],
        WireNames.constant(DeploymentStatus.class, (String) row[3]).orElseThrow(),
        (Boolean) row[4],
        (Instant) row[5],
        (Instant) row[6],
        (Instant) row[7],
        (Instant) row[8],
        (UUID) row[9],
        ((Number) row[10]).intValue() == 1);
  }
}
