package org.freehold.analytics;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.function.Function;
import java.util.function.Supplier;
import org.freehold.access.Access;
import org.freehold.limits.TenantUsage;
import org.freehold.platform.Guarded;
import org.freehold.platform.RequiresEntitlement;
import org.freehold.platform.RequiresPermission;
import org.freehold.projects.ProjectFigures;
import org.freehold.projects.WorkInFigures;
import org.freehold.releases.metrics.ReleaseMetrics;
import org.freehold.tenancy.PeopleInFigures;
import org.freehold.webhooks.WebhooksInFigures;

/**
 * How a tenant does. Asked of the rows as they are: some statements a call, however much there is.
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
  @Inject private Access access;

  @RequiresPermission("analytics:read")
  @RequiresEntitlement(value = "analytics", atLeast = "advanced")
  public Analytics analytics() {
    ProjectFigures projects = permitted("projects:read", work::projects);
    return new Analytics(
        permitted("users:read", people::people),
        from(projects, Overview.ProjectCounts::of),
        from(projects, Overview.Budget::of),
        from(permitted("tasks:read", work::tasks), Analytics.Velocity::of),
        from(permitted("usage:read", usage::usage), Analytics.ApiUse::of),
        permitted("webhooks:read", webhooks::figures),
        permitted("releases:read", () -> releases.metrics(null, DAYS).figures()));
  }

  private <T> T permitted(String permission, Supplier<T> figures) {
    return access.holds(permission) ? figures.get() : null;
  }

  private static <T, R> R from(T figures, Function<T, R> told) {
    return figures == null ? null : told.apply(figures);
  }
}
