package org.freehold.plans.internal;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A month that is paid for at once, of UTC.
 *
 * @param anchor when the first of these months began: one that began on a 31st ends on the last day
 *     of a shorter month, and on a 31st again
 * @param to the first moment of the next
 */
public record BillingPeriod(Instant anchor, Instant from, Instant to) {
  public static BillingPeriod starting(Instant at) {
    Instant from = at.truncatedTo(ChronoUnit.SECONDS);
    return new BillingPeriod(from, from, plusMonths(from, 1));
  }

  public BillingPeriod next() {
    long months = ChronoUnit.MONTHS.between(month(anchor), month(to));
    return new BillingPeriod(anchor, to, plusMonths(anchor, months + 1));
  }

  private static Instant plusMonths(Instant moment, long months) {
    return utc(moment).plusMonths(months).toInstant();
  }

  private static YearMonth month(Instant moment) {
    return YearMonth.from(utc(moment));
  }

  private static ZonedDateTime utc(Instant moment) {
    return moment.atZone(ZoneOffset.UTC);
  }
}
