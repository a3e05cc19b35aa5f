package org.freehold.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A delivery with its attempts.
 *
 * @param endedAt null while it is pending
 */
public record DeliveryDetails(
    DeliveryId id,
    MessageId messageId,
    WebhookEndpointId endpointId,
    String type,
    DeliveryStatus status,
    Instant createdAt,
    Instant endedAt,
    List<Attempt> attempts) {
  /**
   * One HTTP call.
   *
   * @param statusCode of the answer; null when there was none
   * @param error the class of what went wrong; null for an answer of 2xx
   * @param responseExcerpt the beginning of the answer's body
   * @param node the process that called
   */
  public record Attempt(
      UUID id,
      Instant attemptedAt,
      Integer statusCode,
      DeliveryError error,
      int durationMs,
      String responseExcerpt,
      String node) {}
}
