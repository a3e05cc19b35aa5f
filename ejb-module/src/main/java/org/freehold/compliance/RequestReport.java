package org.freehold.compliance;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * Which report is wanted.
 *
 * @param from inclusive
 * @param to exclusive; not in the future, and at most 1,100 days after {@code from}
 */
public record RequestReport(
    @NotNull Framework framework, @NotNull Instant from, @NotNull Instant to) {}
