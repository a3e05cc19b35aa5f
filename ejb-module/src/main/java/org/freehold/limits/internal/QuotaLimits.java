package org.freehold.limits.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.config.Config;
import org.freehold.platform.Meter;
import org.freehold.platform.TenantPlan;
import org.freehold.platform.TenantRef;

/** What plans give, from the settings {@code freehold.quotas.<meter>.<tier>}; 0 is no limit. */
@ApplicationScoped
public class QuotaLimits {
  /** A plan that is sold and the tier that comes with it. */
  private record Sold(String plan, String tier) {}

  private static final List<Sold> FROM_SMALL_TO_LARGE =
      List.of(
          new Sold("free", "free"),
          new Sold("basic", "starter"),
          new Sold("pro", "professional"),
          new Sold("enterprise", "enterprise"));

  private final ToLongFunction<String> numbers;

  /** For the container's proxy only. */
  protected QuotaLimits() {
    this(key -> 0);
  }

  @Inject
  QuotaLimits(Config config) {
    this(key -> config.getValue(key, Long.class));
  }

  /** With the numbers by their keys. */
  QuotaLimits(ToLongFunction<String> numbers) {
    this.numbers = numbers;
  }

  /** Empty: as much as one likes. */
  Optional<Long> of(TenantRef tenant, Meter meter) {
    return tenant.isPlatform() ? Optional.empty() : of(tenant.plan(), meter);
  }

  private Optional<Long> of(TenantPlan plan, Meter meter) {
    Long agreed = plan.quotas().get(meter.name());
    return agreed == null ? ofTier(plan.tier(), meter) : limit(agreed);
  }

  private Optional<Long> ofTier(String tier, Meter meter) {
    String key = "freehold.quotas." + meter.name().replace('_', '-') + "." + tier;
    return limit(numbers.applyAsLong(key));
  }

  private static Optional<Long> limit(long number) {
    return number == 0 ? Optional.empty() : Optional.of(number);
  }

  /**
   * The smallest plan that is sold and allows as much; null when none does, or when what was agreed
   * with the tenant would hold in every plan.
   */
  String planAllowing(TenantRef tenant, Meter meter, long needed) {
    if (tenant.plan().quotas().containsKey(meter.name())) {
      return null;
    }
    return FROM_SMALL_TO_LARGE.stream()
        .filter(sold -> ofTier(sold.tier(), meter).map(limit -> limit >= needed).orElse(true))
        .map(Sold::plan)
        .findFirst()
        .orElse(null);
  }
}
