package org.freehold.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freehold.platform.DayCount;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.Condition;
import org.freehold.projects.Priority;
import org.freehold.projects.ProjectFigures;
import org.freehold.projects.ProjectStatus;
import org.freehold.projects.TaskFigures;
import org.freehold.projects.TaskStatus;

/** Counts over the projects and tasks of one tenant that a caller may see. */
@ApplicationScoped
public class FigureRepository {
  private static final int DAYS = 30;
  private static final BigDecimal NOTHING = new BigDecimal("0.00");

  @PersistenceContext private EntityManager em;

  /** In one statement. */
  public ProjectFigures projects(TenantId tenant, ProjectScope scope) {
    Map<String, Long> byStatus = zeros(ProjectStatus.class);
    Map<String, Long> byPriority = zeros(Priority.class);
    BigDecimal allocated = NOTHING;
    BigDecimal actual = NOTHING;
    for (Object[] row :
        rows(
            "select p.status, p.priority, count(p.id), sum(p.business.budgetAllocated),"
                + " sum(p.business.actualCost) from Project p where p.tenantId = :tenant",
            tenant,
            scope.condition(),
            "group by p.status, p.priority",
            Map.of())) {
      byStatus.merge((String) row[0], (Long) row[2], Long::sum);
      byPriority.merge((String) row[1], (Long) row[2], Long::sum);
      allocated = allocated.add(orZero(row[3]));
      actual = actual.add(orZero(row[4]));
    }
    return new ProjectFigures(sum(byStatus), byStatus, byPriority, allocated, actual);
  }

  /** In two statements. */
  public TaskFigures tasks(TenantId tenant, ProjectScope scope, Instant now) {
    Condition visible = scope.ofThings(tenant, "t.projectId", "t.id", "t.status");
    Map<String, Long> byStatus = zeros(TaskStatus.class);
    long overdue = 0;
    for (Object[] row :
        rows(
            "select t.status, count(t.id), sum(case when t.dueDate < :today then 1 else 0 end)"
                + " from Task t where t.tenantId = :tenant",
            tenant,
            visible,
            "group by t.status",
            Map.of("today", LocalDate.ofInstant(now, ZoneOffset.UTC)))) {
      byStatus.put((String) row[0], (Long) row[1]);
      overdue += isOpen((String) row[0]) ? ((Number) row[2]).longValue() : 0;
    }
    return new TaskFigures(sum(byStatus), byStatus, overdue, completedPerDay(tenant, visible, now));
  }

  private List<DayCount> completedPerDay(TenantId tenant, Condition visible, Instant now) {
    String day = "SQL('cast(? at time zone ''UTC'' as date)', t.completedAt)";
    Map<LocalDate, Long> counted = new HashMap<>();
    for (Object[] row :
        rows(
            "select "
                + day
                + ", count(t.id) from Task t where t.tenantId = :tenant and t.completedAt >= :from",
            tenant,
            visible,
            "group by " + day,
            Map.of("from", DayCount.beginningOf(now, DAYS)))) {
      counted.put(((Date) row[0]).toLocalDate(), (Long) row[1]);
    }
    return DayCount.until(now, DAYS, counted);
  }

  private List<Object[]> rows(
      String select,
      TenantId tenant,
      Condition visible,
      String grouping,
      Map<String, Object> parameters) {
    String condition = visible == null ? "" : " and " + visible.jpql();
    TypedQuery<Object[]> query =
        em.createQuery(select + condition + " " + grouping, Object[].class);
    query.setParameter("tenant", tenant.value());
    parameters.forEach(query::setParameter);
    if (visible != null) {
      visible.parameters().forEach(query::setParameter);
    }
    return query.getResultList();
  }

  private static boolean isOpen(String status) {
    return !status.equals(WireNames.of(TaskStatus.DONE))
        && !status.equals(WireNames.of(TaskStatus.CANCELLED));
  }

  private static Map<String, Long> zeros(Class<? extends Enum<?>> type) {
    Map<String, Long> counts = new LinkedHashMap<>();
    WireNames.of(type).forEach(name -> counts.put(name, 0L));
    return counts;
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static BigDecimal orZero(Object sum) {
    return sum == null ? NOTHING : (BigDecimal) sum;
  }
}
