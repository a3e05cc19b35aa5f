package org.freehold.releases.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import org.freehold.platform.DailyFigure;
import org.freehold.platform.DailyFigures;
import org.freehold.platform.DailyMetric;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.DaysOfUtc;

/**
 * How often releases go out, by the day on which that began, and are undone, by the day on which
 * that ended: the end of one that is half undone moves when somebody goes on with it.
 */
@ApplicationScoped
public class DeploymentsByDay implements DailyFigures {
  private static final List<DailyMetric> METRICS =
      List.of(
          DailyMetric.flow("deployments", "releases:read", "Deployments in place").seenByPlatform(),
          DailyMetric.flow("deployments_failed", "releases:read", "Deployments undone")
              .seenByPlatform());

  private static final String SELECT =
      "d.live, u.undone from days cross join lateral (select"
          + " count(*) filter (where live_at is not null) as live"
          + " from deployment where tenant_id = ?1"
          + " and promoting_at >= days.begins and promoting_at < days.ends) d"
          + " cross join lateral (select count(*) as undone"
          + " from deployment where tenant_id = ?1 and status = 'rolled_back'"
          + " and ended_at >= days.begins and ended_at < days.ends) u";

  @PersistenceContext private EntityManager em;

  @Override
  public List<DailyMetric> metrics() {
    return METRICS;
  }

  @Override
  public List<DailyFigure> count(TenantId tenant, LocalDate from, LocalDate to) {
    return DaysOfUtc.count(em, tenant, from, to, METRICS, SELECT);
  }
}
