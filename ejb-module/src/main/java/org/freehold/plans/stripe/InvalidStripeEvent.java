package org.freehold.plans.stripe;

import org.freehold.platform.Problem;

/** What came in as an event of Stripe is none that can be believed. */
public final class InvalidStripeEvent extends Problem {
  private InvalidStripeEvent(String code, String detail, String hint) {
    super(400, code, "Invalid event", detail, hint);
  }

  static InvalidStripeEvent signature(String detail) {
    return new InvalidStripeEvent(
        "stripe_signature_invalid",
        detail,
        "The operator sets the signing secrets of the endpoint with FREEHOLD_STRIPE_WEBHOOK_SECRETS.");
  }

  static InvalidStripeEvent form(String detail) {
    return new InvalidStripeEvent(
        "stripe_event_invalid", detail, "The body is an event as Stripe sends it.");
  }
}
