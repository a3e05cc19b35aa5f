package org.freehold.webhooks;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How a new secret takes the place of the old one.
 *
 * @param overlapSeconds how long the old one signs too; a day when absent, at most seven
 */
public record SecretRenewal(@Min(0) @Max(604_800) Integer overlapSeconds) {
  public SecretRenewal {
    overlapSeconds = overlapSeconds == null ? Integer.valueOf(86_400) : overlapSeconds;
  }
}
