package org.freehold.plans;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a change of the plan does, or would do.
 *
 * @param preview nothing was done
 * @param at when the tenant has the plan
 * @param dueNow what is to be paid for it now
 * @param lines of the invoice for it; none when there is nothing to pay or to give back
 * @param overLimit what there is more of than the plan gives: it stays, and nothing is added until
 *     there is room
 * @param entitlements that are other than before
 * @param subscription as it is now
 */
public record SubscriptionChange(
    String plan,
    boolean preview,
    Moment moment,
    Instant at,
    Money dueNow,
    List<InvoiceLine> lines,
    List<OverLimit> overLimit,
    List<EntitlementChange> entitlements,
    SubscriptionDetails subscription) {
  /** When a change happens. */
  public enum Moment {
    AT_ONCE,
    AT_PERIOD_END
  }

  /**
   * A meter of which the tenant uses more than the plan gives.
   *
   * @param things those made last, which are too many; without those that the caller may not see
   */
  public record OverLimit(String meter, long used, long limit, List<Excess> things) {}

  /** One of them. */
  public record Excess(UUID id, String name) {}

  /** What the tenant has of an entitlement, and what it will have. */
  public record EntitlementChange(String name, JsonValue from, JsonValue to) {}
}
