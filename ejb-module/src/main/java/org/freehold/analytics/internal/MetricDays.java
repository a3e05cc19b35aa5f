package org.freehold.analytics.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.freehold.platform.DailyFigure;
import org.freehold.platform.DailyMetric;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.JsonText;

/** Writes what the figures of a tenant were, day by day. */
@ApplicationScoped
public class MetricDays {
  /**
   * What happened on a day is counted anew, since late rows belong to it. What there was at its end
   * is kept as it was first found when the day was over: rows that are gone were there then.
   */
  private static final String KEEP =
      "insert into metric_day as m (tenant_id, metric, day, value, computed_at)"
          + " select ?1, r.metric, r.day, r.value, ?3"
          + " from jsonb_to_recordset(cast(?2 as jsonb)) as r (metric text, day date, value numeric)"
          + " on conflict (tenant_id, metric, day) do update"
          + " set value = excluded.value, computed_at = excluded.computed_at"
          + " where m.metric = any (string_to_array(?4, ','))"
          + " or m.computed_at < (m.day + interval '1 day') at time zone 'UTC'";

  private static final String TELL_PLATFORM =
      "insert into control.tenant_metric (day, metric, tenant_id, value)"
          + " select day, metric, tenant_id, value from metric_day where tenant_id = ?1"
          + " and day between ?2 and ?3 and metric = any (string_to_array(?4, ','))"
          + " on conflict (day, metric, tenant_id) do update set value = excluded.value";

  @PersistenceContext private EntityManager em;

  public void keep(
      TenantId tenant, List<DailyFigure> figures, List<DailyMetric> metrics, Instant now) {
    em.createNativeQuery(KEEP)
        .setParameter(1, tenant.value())
        .setParameter(2, rows(figures))
        .setParameter(3, Timestamp.from(now))
        .setParameter(
            4, names(metrics.stream().filter(m -> m.kind() == DailyMetric.Kind.FLOW).toList()))
        .executeUpdate();
  }

  /** Copies those that operators of the platform add up. */
  public void tellPlatform(
      TenantId tenant, LocalDate from, LocalDate to, List<DailyMetric> metrics) {
    em.createNativeQuery(TELL_PLATFORM)
        .setParameter(1, tenant.value())
        .setParameter(2, Date.valueOf(from))
        .setParameter(3, Date.valueOf(to))
        .setParameter(4, names(metrics.stream().filter(DailyMetric::ofPlatform).toList()))
        .executeUpdate();
  }

  /** Forgets the days before; answers how many rows. */
  public int forget(TenantId tenant, LocalDate before) {
    int told =
        em.createNativeQuery("delete from control.tenant_metric where tenant_id = ?1 and day < ?2")
            .setParameter(1, tenant.value())
            .setParameter(2, Date.valueOf(before))
            .executeUpdate();
    return told
        + em.createNativeQuery("delete from metric_day where tenant_id = ?1 and day < ?2")
            .setParameter(1, tenant.value())
            .setParameter(2, Date.valueOf(before))
            .executeUpdate();
  }

  private static String names(List<DailyMetric> metrics) {
    return metrics.stream().map(DailyMetric::name).collect(Collectors.joining(","));
  }

  private static String rows(List<DailyFigure> figures) {
    JsonArrayBuilder rows = JsonText.PROVIDER.createArrayBuilder();
    for (DailyFigure figure : figures) {
      rows.add(
          JsonText.PROVIDER
              .createObjectBuilder()
              .add("metric", figure.metric())
              .add("day", figure.day().toString())
              .add("value", figure.value()));
    }
    return rows.build().toString();
  }
}
