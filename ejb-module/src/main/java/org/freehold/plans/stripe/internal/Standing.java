package org.freehold.plans.stripe.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.freehold.plans.internal.Billed;
import org.freehold.plans.internal.BillingPeriod;
import org.freehold.plans.stripe.internal.WantedThere.What;

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
   * What is known beside what was seen.
   *
   * @param wish what Stripe still has to be told, and until then knows nothing of; null for nothing
   * @param free the plan of those who do not pay
   * @param planOf the plan that is sold at a price, or once was
   * @param sold whether a plan can be paid for at Stripe
   */
  record Knowledge(
      What wish, String free, Function<String, Optional<String>> planOf, Predicate<String> sold) {}

  /** After a look. Nobody's business is what never belonged to a plan of ours. */
  Standing after(List<SoldThere> there, Knowledge known) {
    SoldThere seen = chosen(there, known).orElse(null);
    if (seen == null) {
      return subscription == null ? this : over(known);
    }
    if (!seen.isPaying()) {
      return at(seen, known.free(), null, null);
    }
    String priced = known.planOf().apply(seen.price()).orElse(null);
    return priced == null ? at(seen, plan, billed, next) : paying(seen, priced, known);
  }

  /** Nobody has asked for a bill of ours by choosing what is paid for there. */
  private Standing over(Knowledge known) {
    boolean followed = next != null && !known.sold().test(next);
    return new Standing(null, null, null, followed ? next : known.free(), null, null);
  }

  private Standing paying(SoldThere seen, String priced, Knowledge known) {
    BillingPeriod period = new BillingPeriod(seen.from(), seen.from(), seen.to());
    Billed month = new Billed(period, priced, seen.minor(), seen.currency());
    if (billed == null || !seen.id().equals(subscription)) {
      return at(seen, priced, month, seen.ends() ? last(priced, known) : null);
    }
    Billed kept = billed.during(period);
    if (billed.period().from().equals(seen.from())) {
      if (known.wish() != null) {
        return at(seen, plan, billed, next);
      }
      if (isForNextMonth(seen, priced)) {
        return at(seen, kept.plan(), kept, seen.ends() ? last(priced, known) : priced);
      }
    } else if (known.wish() != null && known.wish() != What.LARGER) {
      // Renewed before Stripe was told, so that what it is told since is for the month after.
      return isSmaller(seen) && (next == null || next.equals(priced))
          ? at(seen, kept.plan(), kept, next)
          : at(seen, priced, month, priced.equals(next) ? null : next);
    }
    return at(seen, priced, month, seen.ends() ? last(priced, known) : null);
  }

  /** The running one was paid at a larger price. */
  private boolean isForNextMonth(SoldThere seen, String priced) {
    return next != null && (next.equals(priced) && !seen.ends() || isSmaller(seen));
  }

  private boolean isSmaller(SoldThere seen) {
    return seen.currency().equals(billed.currency()) && seen.minor() < billed.price();
  }

  /** What comes after a month that is the last: never what is told to be renewed. */
  private String last(String priced, Knowledge known) {
    return next == null || next.equals(priced) ? known.free() : next;
  }

  private static Standing at(SoldThere seen, String plan, Billed billed, String next) {
    return new Standing(seen.id(), seen.item(), seen.status(), plan, billed, next);
  }

  /** The one that we know as long as it lasts, else the newest of our plans that has begun. */
  private Optional<SoldThere> chosen(List<SoldThere> there, Knowledge known) {
    Optional<SoldThere> ours =
        there.stream().filter(one -> one.id().equals(subscription) && one.isBegun()).findFirst();
    return ours.or(
        () ->
            there.stream()
                .filter(one -> one.isBegun() && known.planOf().apply(one.price()).isPresent())
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
