package org.freehold.files.internal;

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

/** How much is stored, day by day. */
@ApplicationScoped
public class StorageByDay implements DailyFigures {
  private static final List<DailyMetric> METRICS =
      List.of(
          DailyMetric.level("storage_bytes", "files:read", DailyMetric.Unit.BYTES, "Bytes of files")
              .seenByPlatform());

  private static final String SELECT =
      "f.bytes from days cross join lateral (select coalesce(sum(size_bytes), 0) as bytes"
          + " from file where tenant_id = ?1 and created_at < days.ends) f";

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
