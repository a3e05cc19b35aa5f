package org.freehold.webhooks;

import java.time.Instant;
import java.util.List;
import org.freehold.platform.UserId;

/**
 * A replay and how far it is.
 *
 * @param total how many deliveries it makes
 * @param done how many of them have ended
 * @param delivered of those, the ones that arrived
 * @param startedBy null when it was an API key or the system
 */
public record ReplayDetails(
    ReplayId id,
    ReplayKind kind,
    ReplayStatus status,
    Selection selection,
    int ratePerMinute,
    long total,
    long done,
    long delivered,
    long exhausted,
    long skipped,
    UserId startedBy,
    Instant createdAt,
    Instant endedAt) {
  /** Which deliveries; null: all. */
  public record Selection(
      WebhookEndpointId endpointId,
      Instant from,
      Instant to,
      List<DeliveryStatus> status,
      List<String> types) {}
}
