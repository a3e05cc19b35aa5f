package org.freehold.keys;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.freehold.platform.IpRange;

/**
 * An API key as its maker describes it: with a role or with permissions, one of them.
 *
 * @param permissions as {@code projects:write} or {@code projects:*}
 * @param expiresAt never when absent
 * @param allowedIps addresses and ranges that it may be used from; from anywhere when empty
 * @param rateLimitPerHour the installation's own when absent
 */
public record ApiKeyFields(
    @NotBlank @Size(max = 200) String name,
    @Size(max = 100) String role,
    @Size(min = 1, max = 100) List<@NotNull @Size(max = 100) String> permissions,
    Instant expiresAt,
    @Size(max = 50) List<@NotNull @IpRange String> allowedIps,
    @Min(1) @Max(1_000_000) Integer rateLimitPerHour) {
  public ApiKeyFields {
    allowedIps = allowedIps == null ? List.of() : allowedIps;
  }

  /** The same with another role, as it is named in full. */
  public ApiKeyFields withRole(String canonical) {
    return new ApiKeyFields(name, canonical, permissions, expiresAt, allowedIps, rateLimitPerHour);
  }
}
