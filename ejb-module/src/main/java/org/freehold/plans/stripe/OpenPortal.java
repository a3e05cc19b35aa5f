package org.freehold.plans.stripe;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Asks for the page where payment is managed.
 *
 * @param returnUrl where the browser comes back to
 */
public record OpenPortal(@NotNull @Size(min = 1, max = 2000) String returnUrl) {}
