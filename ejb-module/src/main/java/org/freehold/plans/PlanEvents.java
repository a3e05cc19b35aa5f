package org.freehold.plans;

import java.time.Instant;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventType;
import org.freehold.platform.OrNull;

/** What the world hears of subscriptions. */
public final class PlanEvents {
  private PlanEvents() {}

  /**
   * The plan of a tenant changed, or will.
   *
   * @param plan the one that it has or will have
   * @param previousPlan the one that it had or still has; the same when a change was taken back
   */
  @EventType(
      value = "subscription.changed",
      description = "The plan of the tenant changed, or will when its month ends.")
  public record SubscriptionChanged(
      String plan, @OrNull String previousPlan, @OrNull Instant effectiveAt)
      implements DomainEvent {}
}
