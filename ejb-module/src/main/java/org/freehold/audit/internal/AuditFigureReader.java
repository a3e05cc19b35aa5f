package org.freehold.audit.internal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freehold.audit.AuditFigures;
import org.freehold.audit.AuditFigures.AuditDay;
import org.freehold.platform.DayCount;
import org.freehold.platform.TenantId;
import org.freehold.platform.VisibleProjects;
import org.freehold.platform.persistence.Condition;

/** Counts the trail of the last days in one statement that touches the partitions of these days. */
@Stateless
public class AuditFigureReader {
  private static final int DAYS = 14;
  private static final String DAY = "SQL('cast(? at time zone ''UTC'' as date)', a.recordedAt)";

  @PersistenceContext private EntityManager em;
  @Inject @Any private Instance<VisibleProjects> projects;

  public AuditFigures perDay(TenantId tenant, Instant now) {
    Map<LocalDate, AuditDay> counted = new HashMap<>();
    for (Object[] row : rows(tenant, now)) {
      LocalDate date = ((Date) row[0]).toLocalDate();
      counted.put(date, new AuditDay(date, (Long) row[1], ((Number) row[2]).longValue()));
    }
    return new AuditFigures(
        DayCount.daysUntil(now, DAYS).stream()
            .map(day -> counted.getOrDefault(day, new AuditDay(day, 0, 0)))
            .toList());
  }

  private List<Object[]> rows(TenantId tenant, Instant now) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("tenant", tenant.value());
    parameters.put("from", AuditEventReader.firstId(DayCount.beginningOf(now, DAYS)));
    StringBuilder jpql =
        new StringBuilder("select ")
            .append(DAY)
            .append(", count(a.id), sum(case when a.success = true then 0 else 1 end)")
            .append(" from AuditEvent a where a.tenantId = :tenant and a.id >= :from");
    for (VisibleProjects port : projects) {
      Condition visible = port.about("a.projectId");
      if (visible != null) {
        jpql.append(" and (a.projectId is null or ").append(visible.jpql()).append(")");
        parameters.putAll(visible.parameters());
      }
    }
    var query = em.createQuery(jpql.append(" group by ").append(DAY).toString(), Object[].class);
    parameters.forEach(query::setParameter);
    return query.getResultList();
  }
}
