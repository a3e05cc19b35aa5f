package org.freehold.retention;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * What a tenant says of a class of data.
 *
 * @param days for how many days it is kept; the class says from what to what
 * @param requiresApproval whether a person must approve each removal; false when absent
 */
public record RetentionPolicyFields(@NotNull @Min(1) Integer days, Boolean requiresApproval) {
  public RetentionPolicyFields {
    requiresApproval = requiresApproval != null && requiresApproval;
  }
}
