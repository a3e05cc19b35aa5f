package org.freehold.plans;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Asks for another plan.
 *
 * @param preview tells what it would do and cost, and does nothing; false when absent
 * @param acceptOverLimit takes it although there is more than it gives; false when absent
 */
public record ChangeSubscription(
    @NotNull @Size(min = 1, max = 63) String plan, Boolean preview, Boolean acceptOverLimit) {
  public ChangeSubscription {
    preview = preview != null && preview;
    acceptOverLimit = acceptOverLimit != null && acceptOverLimit;
  }
}
