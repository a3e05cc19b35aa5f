package org.freehold.plans;

import jakarta.json.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;

/**
 * One thing that a release says of a plan. Only what its type speaks of is there.
 *
 * @param value of the entitlement; null, which nobody sends, for its least one
 * @param limit of the meter
 * @param price for a month
 */
public record PlanTerm(
    @NotNull Type type,
    @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,62}") String plan,
    @Size(min = 1, max = 64) String entitlement,
    JsonValue value,
    @Size(min = 1, max = 64) String meter,
    @Positive Long limit,
    @Valid Money price) {
  /** What is said of the plan. */
  public enum Type {
    SET_ENTITLEMENT,
    SET_LIMIT,
    REMOVE_LIMIT,
    SET_PRICE
  }

  /** What it is about: two terms about the same contradict each other. */
  public String about() {
    return switch (type) {
      case SET_ENTITLEMENT -> plan + " entitlement " + entitlement;
      case SET_LIMIT, REMOVE_LIMIT -> plan + " limit " + meter;
      case SET_PRICE -> plan + " price";
    };
  }

  /** What is missing or too much, and prices that cannot be; with pointers below the term. */
  public List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    boolean entitling = type == Type.SET_ENTITLEMENT;
    require(faults, "entitlement", entitlement, entitling);
    require(faults, "value", value, entitling);
    require(faults, "meter", meter, type == Type.SET_LIMIT || type == Type.REMOVE_LIMIT);
    require(faults, "limit", limit, type == Type.SET_LIMIT);
    require(faults, "price", price, type == Type.SET_PRICE);
    if (faults.isEmpty() && price != null) {
      try {
        requirePossible();
      } catch (Invalid e) {
        faults.addAll(e.faults());
      }
    }
    return faults;
  }

  private static void require(List<Fault> faults, String member, Object given, boolean wanted) {
    if (wanted && given == null) {
      faults.add(new Fault("/" + member, "required", "This type of term needs " + member + "."));
    } else if (!wanted && given != null) {
      faults.add(
          new Fault("/" + member, "not_allowed", "This type of term has no " + member + "."));
    }
  }

  private void requirePossible() {
    price.requireCurrency("/price");
    if (price.minor("/price") > 0 && plan.equals(Plans.CANCELLED_TO)) {
      throw Invalid.at(
          "/price/amount", "not_allowed", "Cancelled subscriptions come to this plan.");
    }
  }

  /** The plan after it. */
  public PlanFields in(PlanFields plan) {
    Map<String, Long> limits = new TreeMap<>(plan.limits());
    Map<String, JsonValue> entitlements = new TreeMap<>(plan.entitlements());
    switch (type) {
      case SET_ENTITLEMENT -> put(entitlements, entitlement, value);
      case SET_LIMIT, REMOVE_LIMIT -> put(limits, meter, limit);
      case SET_PRICE -> {}
    }
    return new PlanFields(
        plan.name(),
        plan.description(),
        type == Type.SET_PRICE ? price : plan.price(),
        limits,
        entitlements,
        plan.offered(),
        plan.tenants());
  }

  private static <T> void put(Map<String, T> all, String name, T value) {
    if (value == null) {
      all.remove(name);
    } else {
      all.put(name, value);
    }
  }

  /** How the plan has at present what this is about. */
  public PlanTerm asIn(PlanFields fields) {
    return switch (type) {
      case SET_ENTITLEMENT ->
          new PlanTerm(
              type, plan, entitlement, fields.entitlements().get(entitlement), null, null, null);
      case SET_LIMIT, REMOVE_LIMIT -> {
        Long now = fields.limits().get(meter);
        Type as = now == null ? Type.REMOVE_LIMIT : Type.SET_LIMIT;
        yield new PlanTerm(as, plan, null, null, meter, now, null);
      }
      case SET_PRICE -> new PlanTerm(type, plan, null, null, null, null, fields.price());
    };
  }
}
