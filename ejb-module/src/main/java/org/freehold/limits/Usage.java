package org.freehold.limits;

import java.time.Instant;
import java.util.List;
import org.freehold.platform.DayCount;

/**
 * What a tenant uses of what its plan gives.
 *
 * @param period the month of UTC that monthly meters count
 * @param apiCallsPerDay the last 30 days, oldest first, today last
 */
public record Usage(Period period, List<MeterUse> items, List<DayCount> apiCallsPerDay) {
  /**
   * @param to the first moment of the next month
   */
  public record Period(Instant from, Instant to) {}

  /**
   * One meter.
   *
   * @param limit null: as much as one likes
   * @param percent of the limit, rounded down; null without one
   * @param unit {@code count} or {@code bytes}
   * @param resetsAt when a monthly meter begins anew; null for what is there until it is taken away
   */
  public record MeterUse(
      String meter, long used, Long limit, Long percent, String unit, Instant resetsAt) {}
}
