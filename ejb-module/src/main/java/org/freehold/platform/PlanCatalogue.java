package org.freehold.platform;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;

/**
 * The port that tells what plans give. Answered from memory: a change of a plan is known on its own
 * node at once, on the others within a second.
 */
public interface PlanCatalogue {
  PlanTerms terms(String plan);

  /** What the tenant can choose, the cheapest in the currency of its plan first. */
  List<PlanTerms> offeredTo(TenantRef tenant);

  /** {@link Invalid} when one of these is no entitlement, or has a value of another type. */
  void requireValid(Map<String, JsonValue> entitlements, String pointer);
}
