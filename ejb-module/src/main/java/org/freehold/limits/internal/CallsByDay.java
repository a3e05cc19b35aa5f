package org.freehold.limits.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.freehold.platform.DailyFigure;
import org.freehold.platform.DailyFigures;
import org.freehold.platform.DailyMetric;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.DaysOfUtc;

/** How much the API is used, day by day; nothing of days whose counters are forgotten. */
@ApplicationScoped
public class CallsByDay implements DailyFigures {
  private static final List<DailyMetric> METRICS =
      List.of(DailyMetric.flow("api_calls", "usage:read", "Calls of the API").seenByPlatform());

  private static final String SELECT =
      "c.calls from days cross join lateral (select coalesce(sum(used), 0) as calls"
          + " from usage_counter where tenant_id = ?1 and meter = 'api_calls'"
          + " and day = days.day) c";

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  @Override
  public List<DailyMetric> metrics() {
    return METRICS;
  }

  @Override
  public List<DailyFigure> count(TenantId tenant, LocalDate from, LocalDate to) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return DaysOfUtc.count(em, tenant, KeptUsage.atLeast(from, today), to, METRICS, SELECT);
  }
}
