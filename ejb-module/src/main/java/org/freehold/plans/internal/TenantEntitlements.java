package org.freehold.plans.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import org.freehold.platform.Entitlement;
import org.freehold.platform.PlanRequired;
import org.freehold.platform.PlanTerms;
import org.freehold.platform.TenantPlan;
import org.freehold.platform.TenantRef;

/** Whether a tenant has what it needs; answered from memory. */
@ApplicationScoped
public class TenantEntitlements {
  @Inject private PlanBook plans;
  @Inject private EntitlementList entitlements;

  /** {@link PlanRequired} when it does not; nothing is required of the platform's own tenant. */
  void require(TenantRef tenant, String name, String atLeast) {
    if (tenant.isPlatform()) {
      return;
    }
    Entitlement entitlement = entitlements.named(name);
    TenantPlan plan = tenant.plan();
    JsonValue agreed = plan.entitlements().get(name);
    boolean enough =
        agreed != null
            ? entitlement.suffices(agreed, atLeast)
            : gives(plans.terms(plan.id()), entitlement, atLeast);
    if (!enough) {
      // What was agreed with the tenant would hold in every plan.
      String required = agreed == null ? planGiving(tenant, entitlement, atLeast) : null;
      throw new PlanRequired(name, atLeast, plan.id(), required);
    }
  }

  private String planGiving(TenantRef tenant, Entitlement entitlement, String atLeast) {
    return plans.offeredTo(tenant).stream()
        .filter(terms -> gives(terms, entitlement, atLeast))
        .map(PlanTerms::id)
        .findFirst()
        .orElse(null);
  }

  private static boolean gives(PlanTerms terms, Entitlement entitlement, String atLeast) {
    JsonValue given = terms.entitlements().getOrDefault(entitlement.name(), entitlement.least());
    return entitlement.suffices(given, atLeast);
  }
}
