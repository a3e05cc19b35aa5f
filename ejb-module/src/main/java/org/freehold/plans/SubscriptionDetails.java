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
 * @param billing who collects what it costs, and how payment stands
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
    Billing billing,
    Map<String, Long> limits,
    Map<String, JsonValue> entitlements) {
  /**
   * A month.
   *
   * @param to the first moment of the next
   */
  public record Period(Instant from, Instant to) {}

  /**
   * Who collects what the plan costs.
   *
   * @param provider {@code local}: invoices are written and collected elsewhere; or {@code stripe}
   * @param status of the subscription as the provider names it, as {@code past_due}; null when
   *     nobody collects
   * @param pendingPlan the plan that comes as soon as it is paid; else null
   * @param refusal why the last change was refused; null when it was not
   * @param portal whether POST /api/subscription/portal leads to where payment is managed
   */
  public record Billing(
      String provider, String status, String pendingPlan, String refusal, boolean portal) {}

  /** Another plan, and when it comes. */
  public record Scheduled(String plan, Instant at) {}
}
