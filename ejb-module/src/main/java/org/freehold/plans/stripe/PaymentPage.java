package org.freehold.plans.stripe;

/**
 * A page of Stripe's for one visit.
 *
 * @param url whoever has it is let in
 */
public record PaymentPage(String url) {}
