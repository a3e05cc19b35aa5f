package org.freehold.plans.stripe;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Asks for the page where a plan is paid for.
 *
 * @param successUrl where the browser comes back to when it is paid; Stripe puts its session in
 *     place of {@code {CHECKOUT_SESSION_ID}}
 * @param cancelUrl where it comes back to when it is not
 * @param acceptOverLimit takes the plan although there is more than it gives; false when absent
 */
public record StartCheckout(
    @NotNull @Size(min = 1, max = 63) String plan,
    @NotNull @Size(min = 1, max = 2000) String successUrl,
    @NotNull @Size(min = 1, max = 2000) String cancelUrl,
    Boolean acceptOverLimit) {
  public StartCheckout {
    acceptOverLimit = acceptOverLimit != null && acceptOverLimit;
  }
}
