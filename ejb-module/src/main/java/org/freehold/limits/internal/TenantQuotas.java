package org.freehold.limits.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.freehold.platform.Actor;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Invalid;
import org.freehold.platform.Meter;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.QuotaExceeded;
import org.freehold.platform.Quotas;
import org.freehold.platform.TenantRef;

/** Keeps the tenant of the call within its plan. */
@ApplicationScoped
public class TenantQuotas implements Quotas {
  @Inject private QuotaLimits limits;
  @Inject private Meters meters;
  @Inject private UsageRepository usage;
  @Inject private UsageTallies tallies;
  @Inject private QuotaNotices notices;

  @Override
  public void take(Meter meter, long more) {
    TenantRef tenant = CurrentCall.get().requireTenant();
    if (limited(meter).isPresent()) {
      // Before anything else of the transaction holds a row that another creation waits for.
      usage.lock(tenant.id(), meter);
      take(meter, meters.things(meter).used(tenant.id()), more);
    }
  }

  @Override
  public void take(Meter meter, long used, long more) {
    require(meter, used, more);
    limited(meter)
        .ifPresent(limit -> notices.tell(CurrentCall.tenantId(), meter, used + more, limit));
  }

  @Override
  public void require(Meter meter, long used, long more) {
    long limit = limited(meter).orElse(Long.MAX_VALUE);
    if (more > 0 && more > limit - used) {
      TenantRef tenant = CurrentCall.get().requireTenant();
      throw new QuotaExceeded(meter, limit, used, limits.planAllowing(tenant, meter, used + more));
    }
  }

  private Optional<Long> limited(Meter meter) {
    CallContext call = CurrentCall.get();
    return call.actor().kind() == Actor.Kind.SYSTEM
        ? Optional.empty()
        : limits.of(call.requireTenant(), meter);
  }

  @Override
  public long left(Meter monthly) {
    TenantRef tenant = CurrentCall.get().requireTenant();
    return limits
        .of(tenant, monthly)
        .map(limit -> Math.max(0, limit - tallies.of(tenant, monthly).used()))
        .orElse(Long.MAX_VALUE);
  }

  @Override
  public Optional<Long> limit(Meter meter) {
    return limits.of(CurrentCall.get().requireTenant(), meter);
  }

  @Override
  public void requireKnown(Iterable<String> names, String pointer) {
    List<Fault> faults = new ArrayList<>();
    for (String name : names) {
      if (!meters.knows(name)) {
        faults.add(new Fault(pointer + "/" + name, "unknown", "There is no such meter."));
      }
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }
}
