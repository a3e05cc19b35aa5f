package org.freehold.engine.access.condition;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;

/**
 * A part of some days of the week, by the clocks of a zone. It is open from its first minute until
 * just before its last; one that ends before it begins ends on the following day.
 *
 * @param days the days on which it opens
 * @param from minute of the day, from 0 to 1439
 * @param to minute of the day, from 0 to 1440
 */
public record TimeWindow(Set<DayOfWeek> days, int from, int to, ZoneId zone) {

  public static final int DAY = 1440;

  public TimeWindow {
    days = Set.copyOf(days);
    Objects.requireNonNull(zone, "zone");
    if (from < 0 || from >= DAY || to < 0 || to > DAY) {
      throw new IllegalArgumentException("Minutes of a day are from 0 to 1440");
    }
  }

  /** Whether there is a minute at which it is open. */
  public boolean opens() {
    return !days.isEmpty() && from != to;
  }

  /** By the clock of its zone. */
  public boolean contains(DayOfWeek day, int minute) {
    if (from < to) {
      return minute >= from && minute < to && days.contains(day);
    }
    return from > to
        && (minute >= from && days.contains(day) || minute < to && days.contains(day.minus(1)));
  }
}
