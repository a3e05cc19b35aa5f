package org.freehold.webhooks.internal;

import java.time.Instant;

/**
 * How an endpoint fares.
 *
 * @param failingSince null when its last attempt succeeded, or none was made
 * @param lastSuccessAt to the minute
 * @param openUntil no attempts before; null or past: there may be
 */
public record Health(
    Instant failingSince, Instant lastSuccessAt, int consecutiveFailures, Instant openUntil) {
  static final Health UNKNOWN = new Health(null, null, 0, null);

  /** Whether it is left alone, and would be asked now. */
  boolean isToBeAsked(Instant now) {
    return openUntil != null && !openUntil.isAfter(now);
  }

  /** Whether a success now is worth writing down. */
  boolean isToldBySuccess(Instant now) {
    return failingSince != null
        || consecutiveFailures > 0
        || lastSuccessAt == null
        || lastSuccessAt.isBefore(now.minusSeconds(60));
  }
}
