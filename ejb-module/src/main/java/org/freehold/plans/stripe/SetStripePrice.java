package org.freehold.plans.stripe;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Sells a plan at a price of Stripe.
 *
 * @param price as in {@code price_1PgafmB7WZ01zgkW6dKueIc5}: monthly, and of the plan's amount
 */
public record SetStripePrice(
    @NotNull @Pattern(regexp = "price_[A-Za-z0-9_]{1,248}") String price) {}
