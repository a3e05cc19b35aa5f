package org.freehold.environments;

import java.time.DayOfWeek;

/** A day of the week by its English name. */
public enum Weekday {
  MONDAY,
  TUESDAY,
  WEDNESDAY,
  THURSDAY,
  FRIDAY,
  SATURDAY,
  SUNDAY;

  DayOfWeek day() {
    return DayOfWeek.of(ordinal() + 1);
  }
}
