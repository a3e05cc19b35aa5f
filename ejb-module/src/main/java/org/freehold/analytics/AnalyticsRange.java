package org.freehold.analytics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.freehold.platform.Invalid;

/** Days of UTC, the first and the last included. */
public record AnalyticsRange(LocalDate from, LocalDate to) {
  private static final int USUAL_DAYS = 30;
  static final int MOST_DAYS = 400;

  /**
   * What was asked for: the last thirty days when nothing was, as many before the last when only
   * that was. {@link Invalid} when it is no stretch, or too long.
   *
   * @param from null: not said
   * @param to null: today
   */
  static AnalyticsRange of(LocalDate from, LocalDate to, LocalDate today) {
    LocalDate last = to == null ? today : to;
    LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1L) : from;
    if (first.isAfter(last)) {
      throw Invalid.at("from", "range", "from must not be after to.");
    }
    if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
      throw Invalid.at("from", "range", "At most " + MOST_DAYS + " days are told at once.");
    }
    return new AnalyticsRange(first, last);
  }
}
