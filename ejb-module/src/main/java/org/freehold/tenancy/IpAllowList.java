package org.freehold.tenancy;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.freehold.platform.IpRange;
import org.freehold.platform.RuleMode;

/**
 * Where calls in a tenant must come from.
 *
 * @param networks in CIDR notation, or single addresses; IPv6 ones contain no IPv4
 */
public record IpAllowList(
    RuleMode mode, @Size(max = 100) List<@NotNull @Size(max = 64) @IpRange String> networks) {
  public static final IpAllowList OFF = new IpAllowList(null, null);

  public IpAllowList {
    mode = mode == null ? RuleMode.OFF : mode;
    networks = networks == null ? List.of() : networks;
  }
}
