package org.freehold.plans.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a change to another plan means: at once with what is left of the month, or when the month
 * ends. What costs as much or more comes at once; what costs less, or another currency, when the
 * month that is paid has ended. Whoever has a paid month and a plan that costs nothing, which an
 * operator gave, takes what costs less than the month at once too, and pays nothing more.
 *
 * @param at when it happens
 * @param billed what is billed for the running month afterwards; null for nothing
 * @param lines what there is to pay now, and to give back
 */
public record PlanSwitch(
    KnownPlan target, boolean atOnce, Instant at, Billed billed, List<BillLine> lines) {

  /**
   * @param billed null: nothing was, so that a month can begin now
   * @param choosing the tenant is on trial and has paid nothing
   */
  public static PlanSwitch of(
      Billed billed, KnownPlan current, KnownPlan target, boolean choosing, Instant now) {
    if (choosing || billed == null) {
      return begun(target, now);
    }
    if (isMore(billed, current, target)) {
      return prorated(billed, target, now);
    }
    return !current.costs() && target.costs() && target.currency().equals(billed.currency())
        ? new PlanSwitch(target, true, now, billed.as(target.id()), List.of())
        : new PlanSwitch(target, false, billed.period().to(), billed, List.of());
  }

  private static boolean isMore(Billed billed, KnownPlan current, KnownPlan target) {
    boolean comparable =
        target.currency().equals(billed.currency())
            && (!current.costs() || target.currency().equals(current.currency()));
    return comparable && target.priceMinor() >= Math.max(billed.price(), current.priceMinor());
  }

  private static PlanSwitch begun(KnownPlan target, Instant now) {
    if (!target.costs()) {
      return new PlanSwitch(target, true, now, null, List.of());
    }
    Billed billed = Billed.of(BillingPeriod.starting(now), target);
    return new PlanSwitch(target, true, now, billed, List.of(BillLine.month(billed)));
  }

  private static PlanSwitch prorated(Billed billed, KnownPlan target, Instant now) {
    BillingPeriod period = billed.period();
    List<BillLine> lines = new ArrayList<>();
    long back = Proration.rest(billed.price(), period, now);
    if (back > 0) {
      lines.add(
          new BillLine(
              billed.plan(), "Rest of the plan " + billed.plan(), now, period.to(), -back));
    }
    long rest = Proration.rest(target.priceMinor(), period, now);
    lines.add(new BillLine(target.id(), "Plan " + target.id(), now, period.to(), rest));
    return new PlanSwitch(target, true, now, Billed.of(period, target), lines);
  }

  /** In minor units of the target's currency. */
  public long due() {
    return lines.stream().mapToLong(BillLine::minor).sum();
  }
}
