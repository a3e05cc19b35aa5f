package org.freehold.flags;

import jakarta.json.JsonValue;
import java.time.Instant;

/**
 * A change that was planned.
 *
 * @param failure why it could not be made; null unless it failed
 */
public record FlagScheduleDetails(
    FlagScheduleId id,
    String flag,
    Instant at,
    JsonValue patch,
    String reason,
    FlagScheduleStatus status,
    String failure,
    FlagActor by,
    Instant createdAt,
    Instant endedAt) {}
