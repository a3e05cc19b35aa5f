package org.freehold.flags;

import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A value that a flag can have.
 *
 * @param value of the type of the flag
 */
public record FlagVariant(
    @NotNull @Pattern(regexp = FlagKey.PATTERN, message = FlagKey.MESSAGE) String name,
    @NotNull JsonValue value) {}
