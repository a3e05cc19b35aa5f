package org.freehold.limits.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.freehold.platform.Meter;
import org.freehold.platform.PlanCatalogue;
import org.freehold.platform.PlanTerms;
import org.freehold.platform.TenantPlan;
import org.freehold.platform.TenantRef;

/** What the tenant's plan gives of a meter; 0 in what was agreed with one tenant is no limit. */
@ApplicationScoped
public class QuotaLimits {
  private final PlanCatalogue plans;

  /** For the container's proxy only. */
  protected QuotaLimits() {
    this(null);
  }

  @Inject
  QuotaLimits(PlanCatalogue plans) {
    this.plans = plans;
  }

  /** Empty: as much as one likes. */
  Optional<Long> of(TenantRef tenant, Meter meter) {
    return tenant.isPlatform() ? Optional.empty() : of(tenant.plan(), meter);
  }

  private Optional<Long> of(TenantPlan plan, Meter meter) {
    Long agreed = plan.quotas().get(meter.name());
    if (agreed != null) {
      return agreed == 0 ? Optional.empty() : Optional.of(agreed);
    }
    return limit(plans.terms(plan.id()), meter);
  }

  private static Optional<Long> limit(PlanTerms terms, Meter meter) {
    return Optional.ofNullable(terms.limits().get(meter.name()));
  }

  /**
   * The smallest plan that the tenant can choose and that allows as much; null when none does, or
   * when what was agreed with the tenant would hold in every plan.
   */
  String planAllowing(TenantRef tenant, Meter meter, long needed) {
    if (tenant.plan().quotas().containsKey(meter.name())) {
      return null;
    }
    return plans.offeredTo(tenant).stream()
        .filter(terms -> limit(terms, meter).map(limit -> limit >= needed).orElse(true))
        .map(PlanTerms::id)
        .findFirst()
        .orElse(null);
  }
}
