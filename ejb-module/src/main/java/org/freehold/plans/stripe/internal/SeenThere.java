package org.freehold.plans.stripe.internal;

import java.util.List;
import java.util.Set;

/**
 * All that Stripe has of a customer, as it was at one look.
 *
 * @param features the look-up keys of what is active
 */
public record SeenThere(
    List<SoldThere> subscriptions, List<BilledThere> invoices, Set<String> features) {}
