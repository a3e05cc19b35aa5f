package org.freehold.plans.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.freehold.platform.Entitlement;
import org.freehold.platform.EntitlementCatalogue;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.TenantPlan;

/** All that plans can give, from the catalogues of the features. */
@ApplicationScoped
public class EntitlementList {
  @Inject @Any private Instance<EntitlementCatalogue> catalogues;

  public List<Entitlement> all() {
    return catalogues.stream()
        .flatMap(catalogue -> catalogue.entitlements().stream())
        .sorted(Comparator.comparing(Entitlement::name))
        .toList();
  }

  Entitlement named(String name) {
    return all().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no entitlement " + name));
  }

  /** All of them; what is not given has its least value. */
  public Map<String, JsonValue> complete(Map<String, JsonValue> given) {
    Map<String, JsonValue> values = new TreeMap<>();
    all().forEach(one -> values.put(one.name(), given.getOrDefault(one.name(), one.least())));
    return values;
  }

  /** What the tenant has: what was agreed with it goes before what the plan gives. */
  public Map<String, JsonValue> of(TenantPlan tenant, KnownPlan plan) {
    Map<String, JsonValue> given = new TreeMap<>(plan.terms().entitlements());
    given.putAll(tenant.entitlements());
    return complete(given);
  }

  public void requireValid(Map<String, JsonValue> values, String pointer) {
    Map<String, Entitlement> known = new TreeMap<>();
    all().forEach(one -> known.put(one.name(), one));
    List<Fault> faults = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          Entitlement entitlement = known.get(name);
          if (entitlement == null) {
            faults.add(new Fault(pointer + "/" + name, "unknown", "There is no such entitlement."));
          } else if (!entitlement.accepts(value)) {
            String expected = "This must be " + entitlement.expected() + ".";
            faults.add(new Fault(pointer + "/" + name, "type", expected));
          }
        });
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }
}
