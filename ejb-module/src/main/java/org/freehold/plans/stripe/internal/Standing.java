package org.freehold.plans.stripe.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.freehold.plans.internal.Billed;
import org.freehold.plans.internal.BillingPeriod;

/**
 * How a tenant stands: as it is in our rows, or as it should be after a look at Stripe. What is
 * bought and paid is Stripe's to say; that a smaller plan waits for the end of the month is ours.
 *
 * @param subscription the one at Stripe; null: Stripe collects nothing
 * @param plan that the tenant has
 * @param billed the month that is paid; null for none
 * @param next the plan that comes when it ends; null when the plan stays
 */
record Standing(
    String subscription, String item, String status, String plan, Billed billed, String next) {
  /**
   * After a look. Nobody's business is what never belonged to a plan of ours.
   *
   * @param wishing Stripe still has to be told something: until then it knows nothing of it
   * @param free the plan of those who do not pay
   * @param planOf the plan that is sold at a price
   */
  Standing after(
      List<SoldThere> there,
      boolean wishing,
      String free,
      Function<String, Optional<String>> planOf) {
    SoldThere sold = chosen(there).orElse(null);
    if (sold == null) {
      return subscription == null ? this : over(free);
    }
    if (!sold.isPaying()) {
      return new Standing(sold.id(), sold.item(), sold.status(), free, null, null);
    }
    String paid = planOf.apply(sold.price()).orElse(null);
    if (paid == null) {
      return subscription == null
          ? this
          : new Standing(sold.id(), sold.item(), sold.status(), plan, billed, next);
    }
    return paying(sold, paid, wishing, free);
  }

  private Standing over(String free) {
    return new Standing(null, null, null, next == null ? free : next, null, null);
  }

  private Standing paying(SoldThere sold, String paid, boolean wishing, String free) {
    boolean sameMonth =
        sold.id().equals(subscription)
            && billed != null
            && billed.period().from().equals(sold.from());
    BillingPeriod period = new BillingPeriod(sold.from(), sold.from(), sold.to());
    if (wishing && sameMonth) {
      return new Standing(sold.id(), sold.item(), sold.status(), plan, billed, next);
    }
    if (sameMonth && next != null && next.equals(paid) && !sold.ends()) {
      Billed running = new Billed(period, billed.plan(), billed.price(), billed.currency());
      return new Standing(sold.id(), sold.item(), sold.status(), plan, running, next);
    }
    String coming = next == null || next.equals(paid) ? free : next;
    return new Standing(
        sold.id(),
        sold.item(),
        sold.status(),
        paid,
        new Billed(period, paid, sold.minor(), sold.currency()),
        sold.ends() ? coming : null);
  }

  /** The one that we know as long as it lasts, else the newest that has begun. */
  private Optional<SoldThere> chosen(List<SoldThere> there) {
    Optional<SoldThere> known =
        there.stream().filter(one -> one.id().equals(subscription) && one.isBegun()).findFirst();
    return known.or(
        () ->
            there.stream()
                .filter(SoldThere::isBegun)
                .max(Comparator.comparing(SoldThere::created)));
  }

  /** Whether Stripe collects. */
  boolean isCollected() {
    return subscription != null;
  }

  boolean hasOtherPlanThan(Standing other) {
    return !Objects.equals(plan, other.plan);
  }
}
