package org.freehold.flags;

import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * A change of a flag that is to come.
 *
 * @param at in the future, at most two years
 * @param patch a merge patch (RFC 7396) of the flag, as in {@code {"enabled": false}}; it is
 *     applied to what the flag is then
 */
public record FlagScheduleFields(
    @NotNull Instant at, @NotNull JsonValue patch, @Size(max = FlagFields.REASON) String reason) {}
