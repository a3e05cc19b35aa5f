package org.freehold.platform;

import jakarta.json.JsonValue;
import java.util.Map;

/**
 * What a plan gives.
 *
 * @param limits by the name of the {@link Meter}; a meter that is not named has no limit
 * @param entitlements by the name of the {@link Entitlement}; one that is not named has its least
 *     value
 */
public record PlanTerms(String id, Map<String, Long> limits, Map<String, JsonValue> entitlements) {
  public PlanTerms {
    limits = Map.copyOf(limits);
    entitlements = Map.copyOf(entitlements);
  }
}
