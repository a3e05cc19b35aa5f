package org.freehold.webhooks.internal;

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

/** How deliveries go, by the day on which they were to be made. */
@ApplicationScoped
public class DeliveriesByDay implements DailyFigures {
  private static final List<DailyMetric> METRICS =
      List.of(
          DailyMetric.flow("webhooks_delivered", "webhooks:read", "Webhooks delivered")
              .seenByPlatform(),
          DailyMetric.flow("webhooks_exhausted", "webhooks:read", "Webhooks not delivered")
              .seenByPlatform());

  private static final String SELECT =
      "d.delivered, d.exhausted from days cross join lateral (select"
          + " count(*) filter (where status = 'delivered') as delivered,"
          + " count(*) filter (where status = 'exhausted') as exhausted"
          + " from delivery where tenant_id = ?1"
          + " and created_at >= days.begins and created_at < days.ends) d";

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
