package org.freehold.analytics;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.analytics.internal.DailyMetrics;
import org.freehold.analytics.internal.MetricDays;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DailyMetric;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantId;

/** Computes what a tenant's figures are day by day, and forgets the old ones. */
@Stateless
@Guarded
@NotAudited("It computes figures from rows that are there.")
public class AnalyticsRollup {
  @Inject private DailyMetrics features;
  @Inject private MetricDays days;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "freehold.analytics.keep-days")
  private int keepDays;

  /**
   * Computes the last so many days, today included; computed again a day is the same. Answers how
   * many figures.
   */
  @SystemCall
  public int compute(int last) {
    TenantId tenant = CurrentCall.tenantId();
    LocalDate to = today();
    LocalDate from = to.minusDays(last - 1L);
    List<DailyMetric> metrics = features.all();
    var figures = features.count(tenant, from, to);
    days.keep(tenant, figures, metrics, clock.instant());
    days.tellPlatform(tenant, from, to, metrics);
    return figures.size();
  }

  /** Answers how many rows. */
  @SystemCall
  public int forgetOld() {
    return days.forget(CurrentCall.tenantId(), today().minusDays(keepDays));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
