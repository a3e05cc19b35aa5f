package org.freehold.plans.internal;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/**
 * How much of a month's price belongs to a part of the month, in whole minor units: what is used is
 * rounded down, and the rest is what is left of the price, so that the two always add up to it.
 */
public final class Proration {
  private Proration() {}

  /** What belongs to the time from that moment to the end; 0 to the price. */
  public static long rest(long price, BillingPeriod period, Instant at) {
    return price - used(price, period, at);
  }

  private static long used(long price, BillingPeriod period, Instant at) {
    long whole = Duration.between(period.from(), period.to()).toMillis();
    long gone = Duration.between(period.from(), at).toMillis();
    long within = Math.max(0, Math.min(whole, gone));
    return BigInteger.valueOf(price)
        .multiply(BigInteger.valueOf(within))
        .divide(BigInteger.valueOf(whole))
        .longValueExact();
  }
}
