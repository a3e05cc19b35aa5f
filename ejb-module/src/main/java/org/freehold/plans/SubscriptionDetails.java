package org.freehold.plans;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Map;
import org.freehold.tenancy.TenantTier;

/**
 * What the tenant has.
 *
 * @param plan its id
 * @param status of the tenant, on the wire
 * @param price for a month
 * @param period the month that was billed; null for a plan that costs nothing and before the tenant
 *     is active
 * @param trialEndsAt null when it is not on trial
 * @param scheduled what comes when the month ends; null when the plan stays
 * @param limits by meter, with what was agreed with the tenant; a meter that is not named has none
 * @param entitlements all of them, with what was agreed with the tenant
 */
public record SubscriptionDetails(
    String plan,
    String name,
    TenantTier tier,
    String status,
    Money price,
    Period period,
    Instant trialEndsAt,
    Scheduled scheduled,
    Map<String, Long> limits,
    Map<String, JsonValue> entitlements) {
  /**
   * A month.
   *
   * @param to the first moment of the next
   */
  public record Period(Instant from, Instant to) {}

  /** Another plan, and when it comes. */
  public record Scheduled(String plan, Instant at) {}
}
