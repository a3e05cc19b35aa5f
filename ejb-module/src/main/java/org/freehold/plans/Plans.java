package org.freehold.plans;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.freehold.plans.internal.BillingProviders;
import org.freehold.plans.internal.EntitlementList;
import org.freehold.plans.internal.KnownPlan;
import org.freehold.plans.internal.Plan;
import org.freehold.plans.internal.PlanBook;
import org.freehold.plans.internal.PlanRepository;
import org.freehold.plans.internal.PlansChanged;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.Quotas;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.SelfCall;
import org.freehold.platform.Stale;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantRef;

/**
 * The plans. A tenant sees those that it can choose and the one that it has; an operator all of
 * them.
 */
@Stateless
@Guarded
public class Plans {
  /** The plan of whoever cancelled; it costs nothing. */
  static final String CANCELLED_TO = "free";

  /** Of those that are offered to everybody. */
  private static final int MOST = 200;

  private static final int MOST_OF_ONE_TENANT = 50;

  @Inject private PlanRepository plans;
  @Inject private PlanBook book;
  @Inject private EntitlementList entitlements;
  @Inject private BillingProviders providers;
  @Inject private Quotas quotas;
  @Inject private Event<PlansChanged> news;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** What costs nothing, then the cheapest in the currency of the tenant's plan first. */
  @SelfCall
  @NotAudited("It only reads.")
  public Page<SubscriptionPlan> list() {
    TenantRef tenant = CurrentCall.get().requireTenant();
    Comparator<KnownPlan> order = KnownPlan.byPriceIn(book.required(tenant.plan().id()).currency());
    return new Page<>(
        plans.all().stream()
            .filter(plan -> sees(tenant, plan))
            .sorted(Comparator.comparing(Plan::known, order))
            .map(this::told)
            .toList(),
        null);
  }

  @SelfCall
  @NotAudited("It only reads.")
  public SubscriptionPlan details(String id) {
    TenantRef tenant = CurrentCall.get().requireTenant();
    return told(
        plans.byId(id).filter(plan -> sees(tenant, plan)).orElseThrow(() -> new NotFound("plan")));
  }

  /** All that plans can give, each with what the tenant has of it. */
  @SelfCall
  @NotAudited("It only reads.")
  public Page<EntitlementDetails> entitlements() {
    TenantRef tenant = CurrentCall.get().requireTenant();
    KnownPlan plan = book.required(tenant.plan().id());
    Map<String, JsonValue> values = entitlements.of(tenant.plan(), plan);
    return new Page<>(
        entitlements.all().stream()
            .map(
                one ->
                    new EntitlementDetails(
                        one.name(),
                        one.type(),
                        one.choices(),
                        one.description(),
                        values.get(one.name())))
            .toList(),
        null);
  }

  @RequiresPermission("billing:admin")
  @Audited(value = "plan.created", complianceRelevant = true)
  public SubscriptionPlan create(NewPlan wished) {
    requireCreatable(wished);
    PlanFields fields = wished.fields();
    Plan plan = new Plan(wished.id(), fields, checked(fields), clock.instant());
    plans.add(plan);
    return tell(plan, null);
  }

  /** Refuses whatever and whomever {@link #create} would, for what creates it later. */
  @RequiresPermission("billing:admin")
  @NotAudited("It changes nothing: the change that it permits is on record when it is made.")
  public void requireCreatable(NewPlan wished) {
    PlatformOnly.require();
    if (plans.byId(wished.id()).isPresent()) {
      throw new Conflict(
          "plan_id_taken", "There is a plan " + wished.id() + " already.", "Choose another id.");
    }
    requireRoom(wished.tenants());
    checked(wished.fields());
  }

  /** Plans of a few tenants' own take no room from those for everybody. */
  private void requireRoom(List<String> slugs) {
    List<List<String>> there = plans.all().stream().map(plan -> plan.fields().tenants()).toList();
    if (slugs.isEmpty()) {
      requireFewer(there.stream().filter(List::isEmpty).count(), MOST, "");
    }
    for (String slug : slugs) {
      long own = there.stream().filter(tenants -> tenants.contains(slug)).count();
      requireFewer(own, MOST_OF_ONE_TENANT, " for " + slug);
    }
  }

  private static void requireFewer(long there, int most, String whose) {
    if (there >= most) {
      throw new Conflict(
          "too_many_plans",
          "There are " + most + " plans" + whose + " already.",
          "Change one of them.");
    }
  }

  /** {@code expectedVersion} null: whatever is there. */
  @RequiresPermission("billing:admin")
  @Audited(value = "plan.updated", complianceRelevant = true)
  public SubscriptionPlan change(
      String id, UnaryOperator<PlanFields> change, Long expectedVersion) {
    PlatformOnly.require();
    Plan plan = plans.byId(id).orElseThrow(() -> new NotFound("plan"));
    if (expectedVersion != null && expectedVersion != plan.version()) {
      throw new Stale();
    }
    NewPlan before = plan.described();
    PlanFields after = change.apply(plan.fields());
    if (after.tenants().isEmpty() && !before.tenants().isEmpty()) {
      requireRoom(List.of());
    }
    long price = checked(after);
    if (id.equals(CANCELLED_TO) && price > 0) {
      throw Invalid.at(
          "/price/amount", "not_allowed", "Cancelled subscriptions come to this plan.");
    }
    plan.change(after, price, clock.instant());
    plans.flush();
    return tell(plan, before);
  }

  /** Undoes making a plan that no tenant has. */
  @SystemCall
  @Audited(value = "plan.discarded", complianceRelevant = true)
  public void discard(String id) {
    Plan plan = plans.byId(id).orElseThrow(() -> new NotFound("plan"));
    changes.about("plan", null).before(plan.described());
    plans.remove(plan);
    news.fire(new PlansChanged());
  }

  /** Answers the price in minor units. */
  private long checked(PlanFields fields) {
    fields.price().requireCurrency("/price");
    quotas.requireKnown(fields.limits().keySet(), "/limits");
    entitlements.requireValid(fields.entitlements(), "/entitlements");
    return fields.price().minor("/price");
  }

  private SubscriptionPlan tell(Plan plan, Record before) {
    changes.about("plan", null).before(before).after(plan.described());
    news.fire(new PlansChanged());
    return told(plan);
  }

  private static boolean sees(TenantRef tenant, Plan plan) {
    return tenant.isPlatform()
        || plan.known().isOfferedTo(tenant)
        || plan.id().equals(tenant.plan().id());
  }

  private SubscriptionPlan told(Plan plan) {
    KnownPlan known = plan.known();
    boolean operator = CurrentCall.get().requireTenant().isPlatform();
    return new SubscriptionPlan(
        plan.id(),
        known.name(),
        plan.description(),
        known.tier(),
        known.price(),
        plan.fields().limits(),
        entitlements.complete(known.terms().entitlements()),
        known.offered(),
        operator ? known.tenants() : List.of(),
        providers.sold().contains(plan.id()),
        plan.createdAt(),
        plan.updatedAt(),
        plan.version());
  }
}
