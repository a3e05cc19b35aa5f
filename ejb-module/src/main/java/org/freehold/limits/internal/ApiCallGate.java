package org.freehold.limits.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.platform.Meter;
import org.freehold.platform.Metered;
import org.freehold.platform.QuotaExceeded;
import org.freehold.platform.TenantRef;

/** Lets calls of the API pass and counts them. */
@ApplicationScoped
public class ApiCallGate implements Metered {
  public static final Meter METER = Meter.ofMonth("api_calls");

  @Inject private QuotaLimits limits;
  @Inject private UsageTallies tallies;

  @Override
  public Meter meter() {
    return METER;
  }

  public void pass(TenantRef tenant) {
    Long limit = limits.of(tenant, METER).orElse(null);
    if (!tallies.take(tenant, METER, limit)) {
      long used = tallies.of(tenant, METER).used();
      throw new QuotaExceeded(METER, limit, used, limits.planAllowing(tenant, METER, used + 1));
    }
  }
}
