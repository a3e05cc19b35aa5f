package org.freehold.plans.stripe;

/**
 * At which price of Stripe a plan is sold.
 *
 * @param plan its id
 * @param price as in {@code price_1PgafmB7WZ01zgkW6dKueIc5}
 */
public record StripePrice(String plan, String price) {}
