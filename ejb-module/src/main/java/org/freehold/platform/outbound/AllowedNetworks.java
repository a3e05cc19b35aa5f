package org.freehold.platform.outbound;

import java.util.Arrays;
import java.util.List;
import org.freehold.engine.delivery.AddressGuard;
import org.freehold.engine.delivery.AddressRange;

/** Networks as settings name them: {@code none}, or as {@code 10.1.0.0/16,fd00::/8}. */
public final class AllowedNetworks {
  private static final String NONE = "none";

  private AllowedNetworks() {}

  /** Lets public addresses through, and these; an IllegalArgumentException when they are none. */
  public static AddressGuard guard(String networks) {
    return new AddressGuard(ranges(networks));
  }

  /** An IllegalArgumentException when one of them is no network. */
  public static List<AddressRange> ranges(String networks) {
    return networks.equals(NONE)
        ? List.of()
        : Arrays.stream(networks.split(",")).map(AddressRange::parse).toList();
  }
}
