package org.freehold.webhooks;

import jakarta.json.JsonValue;
import java.util.Map;

/**
 * A type of event that there is.
 *
 * @param example the body of a message
 */
public record EventTypeDetails(
    String type, int version, String description, Map<String, JsonValue> example) {}
