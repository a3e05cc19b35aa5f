package org.freehold.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How many things happened on a day of UTC. */
public record DayCount(LocalDate date, long count) {
  /**
   * The days up to that of the moment, oldest first, each with what was counted on it: charts want
   * the days on which nothing happened too.
   */
  public static List<DayCount> until(Instant now, int days, Map<LocalDate, Long> counted) {
    return daysUntil(now, days).stream()
        .map(day -> new DayCount(day, counted.getOrDefault(day, 0L)))
        .toList();
  }

  /** So many days of UTC, the last one that of the moment. */
  public static List<LocalDate> daysUntil(Instant now, int days) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return IntStream.range(0, days).mapToObj(i -> today.minusDays(days - 1L - i)).toList();
  }

  /** Midnight UTC at which the first of these days began. */
  public static Instant beginningOf(Instant now, int days) {
    return daysUntil(now, days).get(0).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
