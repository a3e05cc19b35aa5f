package org.freehold.analytics;

import org.freehold.limits.Usage;
import org.freehold.projects.TaskFigures;
import org.freehold.releases.metrics.DeliveryFigures;
import org.freehold.tenancy.PeopleFigures;
import org.freehold.webhooks.WebhookFigures;

/**
 * The key figures of a tenant as they are now. A part is null when the caller may not read what it
 * counts.
 *
 * @param delivery of releases, over the last thirty days
 * @param platform of the platform, for its operators; they have no part of a tenant
 * @param history how they went
 */
public record Analytics(
    PeopleFigures people,
    Overview.ProjectCounts projects,
    Overview.Budget budget,
    Velocity velocity,
    ApiUse api,
    WebhookFigures webhooks,
    DeliveryFigures delivery,
    PlatformFigures platform,
    AnalyticsHistory history) {

  /**
   * How fast tasks get done.
   *
   * @param completed in the last thirty days
   * @param completedPerWeek on average over these days
   * @param before completed in the first fifteen of these days, and {@code since} in the last
   */
  public record Velocity(
      long completed, double completedPerWeek, long before, long since, long open, long overdue) {
    private static final int HALF = 15;

    static Velocity of(TaskFigures tasks) {
      long before = tasks.completedPerDay().stream().limit(HALF).mapToLong(d -> d.count()).sum();
      long since = tasks.completedPerDay().stream().skip(HALF).mapToLong(d -> d.count()).sum();
      long closed =
          tasks.byStatus().getOrDefault("done", 0L)
              + tasks.byStatus().getOrDefault("cancelled", 0L);
      double perWeek = Math.round((before + since) * 70.0 / (2 * HALF)) / 10.0;
      return new Velocity(
          before + since, perWeek, before, since, tasks.total() - closed, tasks.overdue());
    }
  }

  /**
   * Calls of the API in this month.
   *
   * @param limit null without one, as {@code percent}
   */
  public record ApiUse(long used, Long limit, Long percent) {
    static ApiUse of(Usage usage) {
      Usage.MeterUse calls =
          usage.items().stream()
              .filter(item -> item.meter().equals("api_calls"))
              .findFirst()
              .orElseThrow();
      return new ApiUse(calls.used(), calls.limit(), calls.percent());
    }
  }
}
