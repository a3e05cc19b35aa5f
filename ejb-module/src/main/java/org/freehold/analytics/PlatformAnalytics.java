package org.freehold.analytics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.freehold.analytics.internal.DailyMetrics;
import org.freehold.analytics.internal.MetricReader;
import org.freehold.plans.Money;
import org.freehold.plans.Plans;
import org.freehold.plans.SubscriptionPlan;
import org.freehold.platform.json.WireNames;
import org.freehold.tenancy.TenantGroup;
import org.freehold.tenancy.TenantStatus;
import org.freehold.tenancy.TenantsInFigures;

/** How the platform does: its tenants and what they pay now, and sums over what they did. */
@ApplicationScoped
public class PlatformAnalytics {
  @Inject private TenantsInFigures tenants;
  @Inject private Plans plans;
  @Inject private DailyMetrics features;
  @Inject private MetricReader days;
  @Inject private Clock clock;

  PlatformFigures figures() {
    List<TenantGroup> groups = tenants.tenants();
    return new PlatformFigures(
        new PlatformFigures.TenantCounts(
            groups.stream().mapToLong(TenantGroup::count).sum(),
            by(groups, group -> WireNames.of(group.status())),
            by(groups, group -> WireNames.of(group.tier())),
            by(groups, TenantGroup::plan)),
        tenants.people(),
        revenue(groups, plans.list().items()),
        recent());
  }

  private static Map<String, Long> by(List<TenantGroup> groups, Function<TenantGroup, String> key) {
    return groups.stream()
        .collect(
            Collectors.groupingBy(key, TreeMap::new, Collectors.summingLong(TenantGroup::count)));
  }

  /** Whoever is on trial, suspended or archived pays nothing. */
  static List<Money> revenue(List<TenantGroup> groups, List<SubscriptionPlan> plans) {
    Map<String, Money> prices =
        plans.stream().collect(Collectors.toMap(SubscriptionPlan::id, SubscriptionPlan::price));
    Map<String, BigDecimal> sums = new TreeMap<>();
    groups.stream()
        .filter(group -> group.status() == TenantStatus.ACTIVE)
        .forEach(
            group -> {
              Money price = prices.get(group.plan());
              sums.merge(
                  price.currency(),
                  price.amount().multiply(BigDecimal.valueOf(group.count())),
                  BigDecimal::add);
            });
    return sums.entrySet().stream().map(sum -> new Money(sum.getValue(), sum.getKey())).toList();
  }

  private PlatformFigures.Recent recent() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Map<String, Long> sums =
        days.ofAll(AnalyticsRange.of(null, null, today), features.all()).series().stream()
            .collect(
                Collectors.toMap(
                    AnalyticsHistory.Series::metric,
                    series ->
                        series.points().stream().mapToLong(p -> p.value().longValue()).sum()));
    long delivered = sums.get("webhooks_delivered");
    long all = delivered + sums.get("webhooks_exhausted");
    return new PlatformFigures.Recent(
        sums.get("deployments"),
        sums.get("deployments_failed"),
        sums.get("api_calls"),
        all == 0 ? null : (double) delivered / all);
  }
}
