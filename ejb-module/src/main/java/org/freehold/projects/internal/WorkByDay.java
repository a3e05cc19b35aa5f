package org.freehold.projects.internal;

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

/** How much work there is and gets done, day by day. */
@ApplicationScoped
public class WorkByDay implements DailyFigures {
  private static final List<DailyMetric> METRICS =
      List.of(
          DailyMetric.level("projects", "projects:read", DailyMetric.Unit.COUNT, "Projects")
              .seenByPlatform(),
          DailyMetric.level(
              "budget_allocated", "projects:read", DailyMetric.Unit.AMOUNT, "Budgets of projects"),
          DailyMetric.level(
              "actual_cost", "projects:read", DailyMetric.Unit.AMOUNT, "Actual cost of projects"),
          DailyMetric.level("tasks_open", "tasks:read", DailyMetric.Unit.COUNT, "Open tasks"),
          DailyMetric.flow("tasks_created", "tasks:read", "Tasks made"),
          DailyMetric.flow("tasks_completed", "tasks:read", "Tasks done"));

  private static final String SELECT =
      "p.projects, p.budget, p.cost, t.open, t.made, t.done from days"
          + " cross join lateral (select count(*) as projects,"
          + "   coalesce(sum(budget_allocated), 0) as budget, coalesce(sum(actual_cost), 0) as cost"
          + "   from project where tenant_id = ?1 and created_at < days.ends) p"
          + " cross join lateral (select"
          + "   count(*) filter (where status <> 'cancelled'"
          + "     and (completed_at is null or completed_at >= days.ends)) as open,"
          + "   count(*) filter (where created_at >= days.begins) as made,"
          + "   count(*) filter (where completed_at >= days.begins and completed_at < days.ends) as done"
          + "   from task where tenant_id = ?1 and created_at < days.ends) t";

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
