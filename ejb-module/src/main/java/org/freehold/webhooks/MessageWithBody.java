package org.freehold.webhooks;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Map;

/**
 * A message with all that is known of it.
 *
 * @param spreadAt when its deliveries were made; null for not yet
 * @param body as it is sent
 * @param deliveries to how many endpoints, by what became of them; replays count too
 */
public record MessageWithBody(
    MessageId id,
    String type,
    Instant createdAt,
    Instant spreadAt,
    Map<String, JsonValue> body,
    DeliveryCounts deliveries) {}
