package org.freehold.decisions;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Map;
import org.freehold.platform.Versioned;

/** Somebody or something of another system, under the id that it has there. */
public record DecisionThingDetails(
    String type,
    String id,
    Map<String, JsonValue> properties,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Versioned {}
