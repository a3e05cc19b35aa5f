package org.freehold.plans.stripe.internal;

import java.util.Set;
import java.util.UUID;

/**
 * What the subscription at Stripe is to become.
 *
 * @param key of this wish: told twice it is done once
 * @param item what in it is priced
 * @param price of the plan; null when there is none to take
 * @param same all prices at which the plan is or was sold: at one of them nothing is priced anew
 */
public record WantedThere(
    UUID key, What what, String subscription, String item, String price, Set<String> same) {
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
