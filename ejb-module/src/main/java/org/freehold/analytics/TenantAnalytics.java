package org.freehold.analytics;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.freehold.access.Access;
import org.freehold.analytics.internal.DailyMetrics;
import org.freehold.analytics.internal.MetricReader;
import org.freehold.limits.TenantUsage;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DailyMetric;
import org.freehold.platform.Guarded;
import org.freehold.platform.RequiresEntitlement;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantRef;
import org.freehold.projects.ProjectFigures;
import org.freehold.projects.WorkInFigures;
import org.freehold.releases.metrics.ReleaseMetrics;
import org.freehold.tenancy.PeopleInFigures;
import org.freehold.webhooks.WebhooksInFigures;

/**
 * How a tenant does, and for operators the platform. What is now is asked of the rows as they are:
 * some statements a call, however much there is. What was is read from what the nightly job found.
 */
@Stateless
@Guarded
public class TenantAnalytics {
  private static final int DAYS = 30;

  @Inject private WorkInFigures work;
  @Inject private PeopleInFigures people;
  @Inject private TenantUsage usage;
  @Inject private WebhooksInFigures webhooks;
  @Inject private ReleaseMetrics releases;
  @Inject private PlatformAnalytics platform;
  @Inject private DailyMetrics features;
  @Inject private MetricReader days;
  @Inject private Access access;
  @Inject private Clock clock;

  /**
   * The figures as they are now, and day by day in between.
   *
   * @param from null: thirty days before the last
   * @param to null: today
   */
  @RequiresPermission("analytics:read")
  @RequiresEntitlement(value = "analytics", atLeast = "advanced")
  public Analytics analytics(LocalDate from, LocalDate to) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    AnalyticsRange range = AnalyticsRange.of(from, to, today);
    TenantRef tenant = CurrentCall.get().requireTenant();
    return tenant.isPlatform() ? ofPlatform(range) : ofTenant(tenant, range);
  }

  private Analytics ofPlatform(AnalyticsRange range) {
    AnalyticsHistory history = days.ofAll(range, readable());
    return new Analytics(
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        permitted("tenants:read", platform::figures),
        history);
  }

  private Analytics ofTenant(TenantRef tenant, AnalyticsRange range) {
    ProjectFigures projects = permitted("projects:read", work::projects);
    return new Analytics(
        permitted("users:read", people::people),
        from(projects, Overview.ProjectCounts::of),
        from(projects, Overview.Budget::of),
        from(permitted("tasks:read", work::tasks), Analytics.Velocity::of),
        from(permitted("usage:read", usage::usage), Analytics.ApiUse::of),
        permitted("webhooks:read", webhooks::figures),
        permitted("releases:read", () -> releases.metrics(null, DAYS).figures()),
        null,
        days.ofTenant(tenant.id(), range, readable()));
  }

  private List<DailyMetric> readable() {
    return features.all().stream().filter(metric -> access.holds(metric.permission())).toList();
  }

  private <T> T permitted(String permission, Supplier<T> figures) {
    return access.holds(permission) ? figures.get() : null;
  }

  private static <T, R> R from(T figures, Function<T, R> told) {
    return figures == null ? null : told.apply(figures);
  }
}
