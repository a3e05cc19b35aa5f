package org.freehold.tenancy.internal;

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

/** How many people there are, day by day. */
@ApplicationScoped
public class PeopleByDay implements DailyFigures {
  private static final List<DailyMetric> METRICS =
      List.of(
          DailyMetric.level("users", "users:read", DailyMetric.Unit.COUNT, "Active members")
              .seenByPlatform());

  private static final String SELECT =
      "m.users from days cross join lateral (select count(*) as users from membership"
          + " where tenant_id = ?1 and active and created_at < days.ends) m";

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
