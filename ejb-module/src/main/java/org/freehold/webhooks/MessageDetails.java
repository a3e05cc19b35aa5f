package org.freehold.webhooks;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Map;

/**
 * A message: one domain event for one tenant.
 *
 * @param payload the body as it is sent
 */
public record MessageDetails(
    MessageId id, String type, Instant createdAt, Map<String, JsonValue> payload) {}
