package org.freehold.webhooks.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.freehold.webhooks.DeliveryError;

/**
 * How an HTTP call went.
 *
 * @param statusCode null without an answer
 * @param error null for an answer of 2xx
 * @param ipAddress that was connected to, or tried last; null when none was found
 * @param retryAfter what the receiver asked for, or null
 * @param requestHeaders as they were sent, with what is secret masked
 * @param responseHeaders as they came, bounded and with what is secret masked; null without an
 *     answer
 */
public record Outcome(
    Instant attemptedAt,
    Integer statusCode,
    DeliveryError error,
    int durationMs,
    String responseExcerpt,
    String ipAddress,
    Duration retryAfter,
    Map<String, String> requestHeaders,
    Map<String, String> responseHeaders) {
  /** Whether nothing was sent, since the receiver is to be asked for its consent first. */
  boolean needsConsent() {
    return error == DeliveryError.NO_CONSENT;
  }

  boolean isGone() {
    return statusCode != null && statusCode == 410;
  }
}
