package org.freehold.platform.persistence;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.freehold.platform.DailyFigure;
import org.freehold.platform.DailyMetric;
import org.freehold.platform.TenantId;

/**
 * Figures of a tenant for each day of a stretch, by one statement over {@code days}, which has the
 * columns {@code day}, {@code begins} and {@code ends}.
 */
public final class DaysOfUtc {
  private static final String DAYS =
      "with days as (select cast(d as date) as day, d at time zone 'UTC' as begins,"
          + " (d + interval '1 day') at time zone 'UTC' as ends"
          + " from generate_series(cast(?2 as timestamp), cast(?3 as timestamp), interval '1 day') d)"
          + " select days.day, ";

  private DaysOfUtc() {}

  /**
   * @param select values in the order of the metrics, and what they come from: {@code x.a, x.b from
   *     days …}; {@code ?1} is the tenant
   */
  public static List<DailyFigure> count(
      EntityManager em,
      TenantId tenant,
      LocalDate from,
      LocalDate to,
      List<DailyMetric> metrics,
      String select) {
    List<?> rows =
        em.createNativeQuery(DAYS + select)
            .setParameter(1, tenant.value())
            .setParameter(2, Date.valueOf(from))
            .setParameter(3, Date.valueOf(to))
            .getResultList();
    List<DailyFigure> figures = new ArrayList<>();
    for (Object one : rows) {
      Object[] row = (Object[]) one;
      LocalDate day = ((Date) row[0]).toLocalDate();
      for (int i = 0; i < metrics.size(); i++) {
        BigDecimal value = new BigDecimal(row[i + 1].toString());
        figures.add(new DailyFigure(day, metrics.get(i).name(), value));
      }
    }
    return figures;
  }
}
