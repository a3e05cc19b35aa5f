package org.freehold.market.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.validation.Validation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.freehold.market.internal.Blueprint.OfferedPlan;
import org.freehold.plans.EntitlementDetails;
import org.freehold.plans.Money;
import org.freehold.plans.NewPlan;
import org.freehold.plans.Plans;
import org.freehold.plans.SubscriptionPlan;
import org.freehold.platform.Entitlement;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.RecordReader;
import org.freehold.tenancy.TenantTier;

/**
 * Which plans a tenant gets. One that says what the platform's says is that; any other becomes one
 * of the tenant's own, so that nobody else's plan changes. To be asked on the platform.
 */
@ApplicationScoped
public class PlanOffers {
  private static final String LAST_RESORT = "free";
  private static final int LONGEST_ID = 63;

  private static final RecordReader READER =
      new RecordReader(Validation.buildDefaultValidatorFactory().getValidator());

  @Inject private Plans plans;

  /** The plans as they are, and what the features of a wish can name. */
  private record Known(List<SubscriptionPlan> plans, Set<String> entitlements) {
    Optional<SubscriptionPlan> named(String id) {
      return plans.stream().filter(plan -> plan.id().equals(id)).findFirst();
    }

    /** What it gives is what one pays for: the dearest that costs no more. */
    Optional<SubscriptionPlan> dearestUpTo(BigDecimal price) {
      return plans.stream()
          .filter(plan -> plan.offered() && plan.tenants().isEmpty())
          .filter(plan -> plan.price().amount().compareTo(price) <= 0)
          .max(Comparator.comparing(plan -> plan.price().amount()));
    }
  }

  /** {@link Invalid} at what cannot be. */
  public PlanOffer of(Blueprint blueprint) {
    Known known = known();
    String slug = blueprint.tenant().slug();
    List<Fault> faults = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    List<UsedPlan> used = new ArrayList<>();
    for (int i = 0; i < blueprint.plans().size(); i++) {
      OfferedPlan wish = blueprint.plans().get(i);
      try {
        if (!ids.add(wish.id())) {
          throw Invalid.at("/id", "twice", "The plan " + wish.id() + " is here twice.");
        }
        used.add(used(wish, slug, known));
      } catch (Invalid e) {
        faults.addAll(at(i, e));
      }
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    for (int i = 0; i < used.size(); i++) {
      requireCreatable(used.get(i), i);
    }
    return started(blueprint.tenant().plan(), used, known, slug);
  }

  /** The first that is refused ends it: what it was asked in can only be rolled back. */
  private void requireCreatable(UsedPlan plan, int index) {
    try {
      if (plan.own() != null) {
        plans.requireCreatable(plan.own());
      }
    } catch (Invalid e) {
      throw new Invalid(at(index, e));
    }
  }

  /** A plan's description is made of the features that are asked for. */
  private static List<Fault> at(int index, Invalid why) {
    return why.faults().stream()
        .map(
            fault ->
                new Fault(
                    "/plans/"
                        + index
                        + (fault.pointer().equals("/description") ? "/features" : fault.pointer()),
                    fault.code(),
                    fault.detail()))
        .toList();
  }

  private Known known() {
    Set<String> entitlements =
        plans.entitlements().items().stream()
            .filter(one -> one.type() == Entitlement.Type.BOOLEAN)
            .map(EntitlementDetails::name)
            .collect(Collectors.toSet());
    return new Known(plans.list().items(), entitlements);
  }

  private static UsedPlan used(OfferedPlan wish, String slug, Known known) {
    Optional<SubscriptionPlan> same = known.named(wish.id());
    if (same.isPresent() && saysTheSame(wish, same.get(), known)) {
      return new UsedPlan(wish.id(), wish.id(), null);
    }
    if (same.isEmpty() && wish.price() == null) {
      throw Invalid.at("/price", "required", "There is no plan " + wish.id() + ": it needs one.");
    }
    String id = slug + "-" + wish.id();
    if (!id.matches("[a-z][a-z0-9-]*") || id.length() > LONGEST_ID) {
      throw Invalid.at(
          "/id",
          "format",
          "The tenant's own plan would be " + id + ", which no plan can be called.");
    }
    if (known.named(id).isPresent()) {
      throw Invalid.at("/id", "taken", "There is a plan " + id + " already.");
    }
    return new UsedPlan(wish.id(), id, readable(own(id, wish, same, slug, known)));
  }

  /** It is kept until a run makes it, which must be able to read it. */
  static NewPlan readable(NewPlan plan) {
    return READER.read(NewPlan.class, JsonText.parseObject(JsonText.of(plan)));
  }

  private static boolean saysTheSame(OfferedPlan wish, SubscriptionPlan plan, Known known) {
    return (wish.name() == null || wish.name().equalsIgnoreCase(plan.name()))
        && (wish.price() == null || wish.price().compareTo(plan.price().amount()) == 0)
        && plan.limits().entrySet().containsAll(wish.limits().entrySet())
        && named(wish, known).keySet().stream()
            .allMatch(name -> plan.entitlements().get(name) == JsonValue.TRUE);
  }

  private static NewPlan own(
      String id, OfferedPlan wish, Optional<SubscriptionPlan> same, String slug, Known known) {
    SubscriptionPlan base =
        same.or(() -> known.dearestUpTo(wish.price()))
            .orElseThrow(() -> Invalid.at("/price", "range", "No plan costs as little."));
    BigDecimal price = wish.price() == null ? base.price().amount() : wish.price();
    Map<String, Long> limits = new TreeMap<>(base.limits());
    limits.putAll(wish.limits());
    Map<String, JsonValue> entitlements = new TreeMap<>(base.entitlements());
    entitlements.putAll(named(wish, known));
    return new NewPlan(
        id,
        wish.name() == null ? base.name() : wish.name(),
        wish.features().isEmpty() ? base.description() : String.join("; ", wish.features()),
        new Money(price, base.price().currency()),
        limits,
        entitlements,
        true,
        List.of(slug));
  }

  /** {@code Custom domains}: {@code custom_domains}. */
  private static Map<String, JsonValue> named(OfferedPlan wish, Known known) {
    return wish.features().stream()
        .map(feature -> feature.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"))
        .filter(known.entitlements()::contains)
        .distinct()
        .collect(Collectors.toMap(name -> name, name -> JsonValue.TRUE));
  }

  private static PlanOffer started(String wish, List<UsedPlan> used, Known known, String slug) {
    String start = wish != null ? wish : used.isEmpty() ? LAST_RESORT : used.get(0).wished();
    Optional<UsedPlan> offered =
        used.stream().filter(plan -> plan.wished().equals(start)).findFirst();
    if (offered.filter(plan -> plan.own() != null).isPresent()) {
      return new PlanOffer(offered.get().id(), TenantTier.CUSTOM, used);
    }
    SubscriptionPlan plan =
        known
            .named(start)
            .filter(one -> one.offered())
            .filter(one -> one.tenants().isEmpty() || one.tenants().contains(slug))
            .orElseThrow(
                () -> Invalid.at("/plan", "unknown", "There is no plan " + start + " to choose."));
    return new PlanOffer(plan.id(), plan.tier(), used);
  }
}
