package org.freehold.analytics.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.freehold.platform.DailyFigure;
import org.freehold.platform.DailyFigures;
import org.freehold.platform.DailyMetric;
import org.freehold.platform.TenantId;

/** All that features let be followed from day to day. */
@ApplicationScoped
public class DailyMetrics {
  @Inject @Any private Instance<DailyFigures> features;

  /** In the order of their names. */
  public List<DailyMetric> all() {
    return features.stream()
        .flatMap(feature -> feature.metrics().stream())
        .sorted(Comparator.comparing(DailyMetric::name))
        .toList();
  }

  public List<DailyFigure> count(TenantId tenant, LocalDate from, LocalDate to) {
    return features.stream().flatMap(feature -> feature.count(tenant, from, to).stream()).toList();
  }
}
