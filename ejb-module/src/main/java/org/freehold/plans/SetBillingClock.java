package org.freehold.plans;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import org.freehold.platform.Text;

/**
 * Puts the clock of a tenant's bills forward.
 *
 * @param aheadSeconds of everybody else's clock; 0 puts it right again
 */
public record SetBillingClock(
    @NotNull @Pattern(regexp = Text.SLUG) String tenantSlug,
    @NotNull @PositiveOrZero @Max(100_000_000) Long aheadSeconds) {}
