package org.freehold.analytics.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.freehold.analytics.AnalyticsHistory;
import org.freehold.analytics.AnalyticsHistory.Point;
import org.freehold.analytics.AnalyticsHistory.Series;
import org.freehold.analytics.AnalyticsRange;
import org.freehold.platform.DailyMetric;
import org.freehold.platform.TenantId;

/** Reads what figures were, day by day: of a tenant, or summed over all. */
@ApplicationScoped
public class MetricReader {
  private static final String OF_TENANT =
      "select metric, day, value from metric_day"
          + " where tenant_id = ?3 and day between ?1 and ?2 order by metric, day";
  private static final String OF_ALL =
      "select metric, day, sum(value) from control.tenant_metric"
          + " where day between ?1 and ?2 group by metric, day order by metric, day";
  private static final String COMPUTED =
      "select cast(extract(epoch from max(computed_at)) as bigint) from metric_day"
          + " where tenant_id = ?1 and day between ?2 and ?3";

  @PersistenceContext private EntityManager em;

  /** In two statements. */
  public AnalyticsHistory ofTenant(
      TenantId tenant, AnalyticsRange range, List<DailyMetric> metrics) {
    Map<String, List<Point>> points =
        points(inRange(OF_TENANT, range).setParameter(3, tenant.value()));
    Object seconds =
        em.createNativeQuery(COMPUTED)
            .setParameter(1, tenant.value())
            .setParameter(2, Date.valueOf(range.from()))
            .setParameter(3, Date.valueOf(range.to()))
            .getSingleResult();
    Instant computed =
        seconds == null ? null : Instant.ofEpochSecond(((Number) seconds).longValue());
    return history(range, computed, metrics, points);
  }

  /** Sums over all tenants; when each of them was computed is in its own. */
  public AnalyticsHistory ofAll(AnalyticsRange range, List<DailyMetric> metrics) {
    return history(
        range,
        null,
        metrics.stream().filter(DailyMetric::ofPlatform).toList(),
        points(inRange(OF_ALL, range)));
  }

  private Query inRange(String sql, AnalyticsRange range) {
    return em.createNativeQuery(sql)
        .setParameter(1, Date.valueOf(range.from()))
        .setParameter(2, Date.valueOf(range.to()));
  }

  private static Map<String, List<Point>> points(Query query) {
    Map<String, List<Point>> points = new HashMap<>();
    for (Object one : query.getResultList()) {
      Object[] row = (Object[]) one;
      LocalDate day = ((Date) row[1]).toLocalDate();
      points
          .computeIfAbsent((String) row[0], metric -> new ArrayList<>())
          .add(new Point(day, (BigDecimal) row[2]));
    }
    return points;
  }

  private static AnalyticsHistory history(
      AnalyticsRange range,
      Instant computed,
      List<DailyMetric> metrics,
      Map<String, List<Point>> points) {
    return new AnalyticsHistory(
        range.from(),
        range.to(),
        computed,
        metrics.stream()
            .map(
                metric ->
                    new Series(
                        metric.name(),
                        metric.kind(),
                        metric.unit(),
                        metric.description(),
                        points.getOrDefault(metric.name(), List.of()).stream()
                            .map(point -> whole(metric, point))
                            .toList()))
            .toList());
  }

  private static Point whole(DailyMetric metric, Point point) {
    return metric.unit() == DailyMetric.Unit.AMOUNT
        ? point
        : new Point(point.date(), point.value().setScale(0, RoundingMode.HALF_UP));
  }
}
