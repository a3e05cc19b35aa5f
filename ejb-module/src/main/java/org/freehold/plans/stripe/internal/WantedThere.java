package org.freehold.plans.stripe.internal;

import java.util.UUID;

/**
 * What the subscription at Stripe is to become.
 *
 * @param key of this wish: told twice it is done once
 * @param item what in it is priced
 * @param price of the plan; null when there is none to take
 */
public record WantedThere(UUID key, What what, String subscription, String item, String price) {
  /** How. */
  public enum What {
    /** A larger plan: at once, if the rest of the month is paid. */
    LARGER,
    /**
     * A smaller plan, or the same again: nothing is paid or given back, the next month costs it.
     */
    SMALLER,
    /** No further month. */
    END,
    /** Over at once. */
    GONE
  }
}
