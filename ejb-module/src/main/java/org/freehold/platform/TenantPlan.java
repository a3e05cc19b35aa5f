package org.freehold.platform;

import java.util.Map;
import java.util.Objects;

/**
 * What a tenant bought, as far as limits need it.
 *
 * @param tier the wire name of the tier
 * @param quotas what was agreed with this tenant alone, by the name of the {@link Meter}: it beats
 *     what the tier gives; 0 is no limit
 */
public record TenantPlan(String tier, Map<String, Long> quotas) {
  /** Of the platform's own tenant, and of work to which limits do not apply. */
  public static final TenantPlan UNCOUNTED = new TenantPlan("custom", Map.of());

  public TenantPlan {
    Objects.requireNonNull(tier);
    quotas = Map.copyOf(quotas);
  }
}
