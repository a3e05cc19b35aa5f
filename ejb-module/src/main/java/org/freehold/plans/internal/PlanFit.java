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
import org.freehold.access.Access;
import org.freehold.plans.SubscriptionChange;
import org.freehold.plans.SubscriptionChange.EntitlementChange;
import org.freehold.plans.SubscriptionChange.OverLimit;
import org.freehold.platform.MeteredThings;
import org.freehold.platform.TenantRef;

/** What of a tenant would not fit into another plan, and what it would give otherwise. */
@ApplicationScoped
public class PlanFit {
  private static final int MOST_NAMES = 50;

  @Inject @Any private Instance<MeteredThings> things;
  @Inject private EntitlementList entitlements;
  @Inject private Access access;

  /** Of what the plan gives less than the one that is there; what was agreed stays as it is. */
  public List<OverLimit> overLimit(TenantRef tenant, KnownPlan current, KnownPlan target) {
    List<OverLimit> over = new ArrayList<>();
    for (MeteredThings metered : things) {
      String meter = metered.meter().name();
      Long limit = target.terms().limits().get(meter);
      Long now = current.terms().limits().get(meter);
      boolean less = limit != null && (now == null || limit < now);
      if (less && !tenant.plan().quotas().containsKey(meter)) {
        long used = metered.used(tenant.id());
        if (used > limit) {
          over.add(new OverLimit(meter, used, limit, named(metered, tenant, used - limit)));
        }
      }
    }
    over.sort(Comparator.comparing(OverLimit::meter));
    return over;
  }

  /** The last that came, for these do not fit. */
  private List<SubscriptionChange.Excess> named(
      MeteredThings metered, TenantRef tenant, long over) {
    String permission = metered.seenWith();
    return permission != null && access.holds(permission)
        ? metered.latest(tenant.id(), (int) Math.min(MOST_NAMES, over)).stream()
            .map(one -> new SubscriptionChange.Excess(one.id(), one.name()))
            .toList()
        : List.of();
  }

  public List<EntitlementChange> entitlements(
      TenantRef tenant, KnownPlan current, KnownPlan target) {
    Map<String, JsonValue> before = entitlements.of(tenant.plan(), current);
    List<EntitlementChange> changes = new ArrayList<>();
    entitlements
        .of(tenant.plan(), target)
        .forEach(
            (name, value) -> {
              if (!value.equals(before.get(name))) {
                changes.add(new EntitlementChange(name, before.get(name), value));
              }
            });
    return changes;
  }
}
