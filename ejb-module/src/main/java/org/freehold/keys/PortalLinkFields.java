package org.freehold.keys;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * A portal link as its maker describes it.
 *
 * @param expiresInSeconds from a minute to a day; an hour when absent
 * @param access {@code read} when absent
 */
public record PortalLinkFields(
    @Min(60) @Max(86_400) Integer expiresInSeconds, PortalAccess access) {
  public PortalLinkFields {
    expiresInSeconds = expiresInSeconds == null ? Integer.valueOf(3600) : expiresInSeconds;
    access = access == null ? PortalAccess.READ : access;
  }
}
