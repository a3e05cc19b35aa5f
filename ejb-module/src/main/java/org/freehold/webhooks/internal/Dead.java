package org.freehold.webhooks.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.freehold.webhooks.WebhookEndpointId;

/**
 * Which deliveries can be made again.
 *
 * @param endpoint null: any that is enabled
 * @param from null: ever
 * @param to the first moment of making that is out
 * @param endedBy what ended later is out
 * @param statuses as the wire names them
 * @param types null: all
 * @param missed only what did not arrive because of the receiver, or of a pause
 * @param afterAt with {@code afterId} the last that was looked at; null: from the first on
 */
record Dead(
    WebhookEndpointId endpoint,
    Instant from,
    Instant to,
    Instant endedBy,
    List<String> statuses,
    List<String> types,
    boolean missed,
    Instant afterAt,
    UUID afterId) {}
