package org.freehold.plans.stripe;

import org.freehold.platform.Problem;

/** Nobody pays for two plans. */
public final class PaidAlready extends Problem {
  PaidAlready() {
    super(
        409,
        "paid_already",
        "Conflict",
        "The tenant pays for a plan already.",
        "POST /api/subscription/change takes another plan.");
  }
}
