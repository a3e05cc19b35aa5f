package org.freehold.webhooks.internal;

import java.time.Instant;
import org.freehold.webhooks.DeliveryError;

/**
 * How an HTTP call went: {@code error} null for an answer of 2xx, {@code statusCode} null for none.
 */
record Outcome(
    Instant attemptedAt,
    Integer statusCode,
    DeliveryError error,
    int durationMs,
    String responseExcerpt) {
  boolean isGone() {
    return statusCode != null && statusCode == 410;
  }
}
