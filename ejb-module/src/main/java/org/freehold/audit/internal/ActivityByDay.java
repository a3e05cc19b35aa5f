package org.freehold.audit.internal;

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

/** How many people do something that is on record, day by day. */
@ApplicationScoped
public class ActivityByDay implements DailyFigures {
  private static final List<DailyMetric> METRICS =
      List.of(
          DailyMetric.flow("active_users", "users:read", "People who did something on record")
              .seenByPlatform());

  private static final String SELECT =
      "a.people from days cross join lateral (select count(distinct actor_handle) as people"
          + " from audit_event where tenant_id = ?1 and actor_type = 'user'"
          + " and id >= first_uuid_of(days.begins) and id < first_uuid_of(days.ends)) a";

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
