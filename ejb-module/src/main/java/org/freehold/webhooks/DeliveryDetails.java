package org.freehold.webhooks;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A delivery with its attempts.
 *
 * @param reason why it ended without having arrived; null otherwise
 * @param sequence its number at the endpoint, without a gap from 1; null for one from before there
 *     were numbers
 * @param attemptCount attempts that count
 * @param nextAttemptAt not before; null when none is to come
 * @param replayId the replay that made it; null for the first delivery of its message
 * @param endedAt null while it is pending
 */
public record DeliveryDetails(
    DeliveryId id,
    MessageId messageId,
    WebhookEndpointId endpointId,
    String type,
    DeliveryStatus status,
    String reason,
    Long sequence,
    int attemptCount,
    Instant nextAttemptAt,
    UUID replayId,
    Instant createdAt,
    Instant endedAt,
    List<Attempt> attempts) {
  /**
   * One HTTP call.
   *
   * @param number from 1; null for one that failed through no fault of the receiver and counts for
   *     nothing
   * @param statusCode of the answer; null when there was none
   * @param error the class of what went wrong; null for an answer of 2xx
   * @param ipAddress that was called, as far as there was one
   * @param requestHeaders as they were sent, with signatures and the tenant's own values masked
   * @param responseHeaders as they came, with what looks secret masked; null without an answer
   * @param responseExcerpt the beginning of the answer's body
   * @param node the process that called
   */
  public record Attempt(
      UUID id,
      Integer number,
      Instant attemptedAt,
      Integer statusCode,
      DeliveryError error,
      int durationMs,
      String ipAddress,
      Map<String, JsonValue> requestHeaders,
      Map<String, JsonValue> responseHeaders,
      String responseExcerpt,
      String node) {}
}
