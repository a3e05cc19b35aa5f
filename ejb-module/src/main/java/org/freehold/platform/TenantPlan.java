package org.freehold.platform;

import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Objects;

/**
 * What a tenant bought, as far as limits and entitlements need it.
 *
 * @param tier the wire name of the tier
 * @param id of the plan
 * @param quotas what was agreed with this tenant alone, by the name of the {@link Meter}: it beats
 *     what the plan gives; 0 is no limit
 * @param entitlements the same by the name of the {@link Entitlement}
 */
public record TenantPlan(
    String tier, String id, Map<String, Long> quotas, Map<String, JsonValue> entitlements) {
  /** Of the platform's own tenant, and of work to which limits do not apply. */
  public static final TenantPlan UNCOUNTED = new TenantPlan("custom", "custom", Map.of(), Map.of());

  public TenantPlan {
    Objects.requireNonNull(tier);
    Objects.requireNonNull(id);
    quotas = Map.copyOf(quotas);
    entitlements = Map.copyOf(entitlements);
  }
}
