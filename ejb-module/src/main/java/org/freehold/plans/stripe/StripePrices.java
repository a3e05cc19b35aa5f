package org.freehold.plans.stripe;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import org.freehold.plans.PlatformOnly;
import org.freehold.plans.internal.KnownPlan;
import org.freehold.plans.internal.PlanBook;
import org.freehold.plans.stripe.internal.PricedThere;
import org.freehold.plans.stripe.internal.StripeDirectory;
import org.freehold.plans.stripe.internal.StripeSettings;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;

/** Which plans are sold at Stripe, and at which of its prices; for operators. */
@Stateless
@Guarded
public class StripePrices {
  /** Stripe has hundredths of the first two and none of the third; ISO 4217 has it otherwise. */
  private static final Set<String> COUNTED_OTHERWISE = Set.of("ISK", "UGX", "MGA");

  @Inject private StripeSettings settings;
  @Inject private StripeDirectory directory;
  @Inject private PlanBook plans;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  @RequiresPermission("billing:admin")
  @NotAudited("It only reads.")
  public Page<StripePrice> list() {
    PlatformOnly.require();
    return new Page<>(
        directory.prices().entrySet().stream()
            .map(one -> new StripePrice(one.getKey(), one.getValue()))
            .toList(),
        null);
  }

  /** Whether the caller may set it; {@link StripeDoor} looks at the price then. */
  @RequiresPermission("billing:admin")
  @NotAudited("It changes nothing: the change that it permits is on record when it is made.")
  public void permit(String plan) {
    PlatformOnly.require();
    settings.require();
    if (!required(plan).costs()) {
      throw new Conflict(
          "plan_costs_nothing",
          "The plan " + plan + " costs nothing.",
          "Plans that cost nothing are had without paying.");
    }
  }

  /** The price as Stripe has it: another amount than the plan's would be billed. */
  @RequiresPermission("billing:admin")
  @Audited(value = "stripe_price.set", complianceRelevant = true)
  public StripePrice set(String id, PricedThere price) {
    PlatformOnly.require();
    KnownPlan plan = required(id);
    if (!price.active() || !price.monthly()) {
      throw Invalid.at(
          "/price", "not_monthly", "The price is not active, or is not asked for every month.");
    }
    if (COUNTED_OTHERWISE.contains(price.currency())) {
      throw Invalid.at(
          "/price",
          "currency",
          "Stripe counts amounts of "
              + price.currency()
              + " in another unit, so that a hundred times as much or as little would be paid.");
    }
    if (price.minor() != plan.priceMinor() || !price.currency().equals(plan.currency())) {
      throw Invalid.at(
          "/price",
          "mismatch",
          "The price is %d %s in minor units, and the plan costs %d %s."
              .formatted(price.minor(), price.currency(), plan.priceMinor(), plan.currency()));
    }
    StripePrice before =
        directory.priceOf(id).map(known -> new StripePrice(id, known)).orElse(null);
    if (!directory.sell(id, price, clock.instant())) {
      throw Invalid.at("/price", "taken", "Another plan is sold at this price.");
    }
    StripePrice after = new StripePrice(id, price.id());
    changes.about("plan", null).before(before).after(after);
    return after;
  }

  /** It is billed by invoices of our own from here on, but for those who pay at Stripe already. */
  @RequiresPermission("billing:admin")
  @Audited(value = "stripe_price.removed", complianceRelevant = true)
  public void remove(String plan) {
    PlatformOnly.require();
    String price = directory.priceOf(plan).orElseThrow(() -> new NotFound("stripe_price"));
    directory.sellNoMore(plan, clock.instant());
    changes.about("plan", null).before(new StripePrice(plan, price));
  }

  private KnownPlan required(String plan) {
    return plans.find(plan).orElseThrow(() -> new NotFound("plan"));
  }
}
