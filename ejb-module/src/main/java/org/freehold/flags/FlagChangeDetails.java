package org.freehold.flags;

import jakarta.json.JsonValue;
import java.time.Instant;

/**
 * An entry in the history of a flag.
 *
 * @param before the flag as it was; null when it was made
 * @param after null when it was deleted
 * @param reason null when none was given
 */
public record FlagChangeDetails(
    FlagChangeId id,
    String flag,
    FlagChangeKind change,
    JsonValue before,
    JsonValue after,
    String reason,
    FlagActor by,
    Instant at) {}
