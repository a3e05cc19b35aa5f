package org.freehold.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A period that schedules name: the last one that has ended, in UTC. */
public enum ReportPeriod {
  LAST_DAY,
  LAST_MONTH,
  LAST_QUARTER,
  LAST_YEAR;

  /** The report over the period that ended last before this moment. */
  public RequestReport before(Framework framework, Instant now) {
    LocalDate day = now.atOffset(ZoneOffset.UTC).toLocalDate();
    LocalDate end =
        switch (this) {
          case LAST_DAY -> day;
          case LAST_MONTH -> day.withDayOfMonth(1);
          case LAST_QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
          case LAST_YEAR -> day.withDayOfYear(1);
        };
    LocalDate begin =
        switch (this) {
          case LAST_DAY -> end.minus(1, ChronoUnit.DAYS);
          case LAST_MONTH -> end.minusMonths(1);
          case LAST_QUARTER -> end.minusMonths(3);
          case LAST_YEAR -> end.minusYears(1);
        };
    return new RequestReport(
        framework,
        begin.atStartOfDay(ZoneOffset.UTC).toInstant(),
        end.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
