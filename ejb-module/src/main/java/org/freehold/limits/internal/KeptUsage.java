package org.freehold.limits.internal;

import java.time.LocalDate;

/** How long what was used is known day by day. */
public final class KeptUsage {
  private static final int MONTHS = 13;

  private KeptUsage() {}

  /** The first day whose counters are kept. */
  public static LocalDate since(LocalDate today) {
    return today.minusMonths(MONTHS).withDayOfMonth(1);
  }

  /** The day, or the first that is kept. */
  static LocalDate atLeast(LocalDate day, LocalDate today) {
    LocalDate first = since(today);
    return day.isBefore(first) ? first : day;
  }
}
