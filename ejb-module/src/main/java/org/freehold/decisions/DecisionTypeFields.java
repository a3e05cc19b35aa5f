package org.freehold.decisions;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What is said of a type of things of another system.
 *
 * @param actions what can be done to them: {@code read}, {@code write}; with the type they are
 *     permissions, as in {@code record:read}, which roles and policies may name
 */
public record DecisionTypeFields(
    @Size(max = 1000) String description,
    @NotEmpty @Size(max = 20)
        List<@NotNull @Pattern(regexp = "[a-z][a-z0-9_]{0,62}") String> actions) {}
