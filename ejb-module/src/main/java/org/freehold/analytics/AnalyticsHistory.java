package org.freehold.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.freehold.platform.DailyMetric;

/**
 * How figures went, day by day of UTC, as the last run of {@code analytics-rollup} found them.
 *
 * @param computedAt when the newest of these days was computed; null when none was
 * @param series those of which the caller may read what they count, in the order of their names
 */
public record AnalyticsHistory(
    LocalDate from, LocalDate to, Instant computedAt, List<Series> series) {
  /**
   * One metric.
   *
   * @param kind flow: what happened on the day; level: what there was when it ended
   * @param points the days that were computed, the oldest first
   */
  public record Series(
      String metric,
      DailyMetric.Kind kind,
      DailyMetric.Unit unit,
      String description,
      List<Point> points) {}

  /** A day. */
  public record Point(LocalDate date, BigDecimal value) {}
}
