package org.freehold.plans.stripe;

import org.freehold.platform.Problem;

/** Stripe does not answer, or not now. */
public final class StripeUnavailable extends Problem {
  StripeUnavailable() {
    super(
        503,
        "stripe_unavailable",
        "Not available",
        "Stripe did not do it now.",
        "Send the same again in a moment: it is done once.");
  }
}
