package org.freehold.environments;

import java.util.Objects;
import org.freehold.platform.Stale;

/**
 * The address of an outside database whose host {@link EnvironmentChanges} has looked up, or null.
 */
public final class LookedUpAddress {
  private final String jdbcUrl;

  LookedUpAddress(String jdbcUrl) {
    this.jdbcUrl = jdbcUrl;
  }

  /** {@link Stale} when somebody named another one meanwhile. */
  void require(String needed) {
    if (needed != null && !Objects.equals(jdbcUrl, needed)) {
      throw new Stale();
    }
  }
}
