package org.freehold.analytics;

import java.util.List;
import java.util.Map;
import org.freehold.plans.Money;

/**
 * How the platform does as a whole.
 *
 * @param users people who can sign in, each once
 * @param monthlyRevenue what active tenants pay a month for their plans, per currency; taxes, and
 *     what was agreed beside the plan, are not in it
 * @param recent over the last thirty days, from what {@code analytics-rollup} found
 */
public record PlatformFigures(
    TenantCounts tenants, long users, List<Money> monthlyRevenue, Recent recent) {
  /** Tenants by wire names; the platform's own is none. */
  public record TenantCounts(
      long total, Map<String, Long> byStatus, Map<String, Long> byTier, Map<String, Long> byPlan) {}

  /**
   * Sums over all tenants.
   *
   * @param webhookSuccessRate delivered by delivered and failed, 0 to 1; null when there were none
   */
  public record Recent(
      long deployments, long deploymentsFailed, long apiCalls, Double webhookSuccessRate) {}
}
