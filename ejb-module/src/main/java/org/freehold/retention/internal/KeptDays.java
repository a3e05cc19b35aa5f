package org.freehold.retention.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.freehold.platform.RetainedData;
import org.freehold.platform.RetentionClass;
import org.freehold.platform.TenantRef;

/** How long a class of data of a tenant is kept now. */
@ApplicationScoped
public class KeptDays {
  @Inject private PolicyRepository policies;
  @Inject private RetainedClasses classes;
  @Inject private Clock clock;

  public int of(TenantRef tenant, RetainedData data) {
    return of(tenant, data.retentionClass());
  }

  /** No more and no less than the class allows, whatever was allowed when the policy was made. */
  public int of(TenantRef tenant, RetentionClass named) {
    return policies
        .of(tenant.id(), named.name())
        .map(policy -> Math.max(named.leastDays(), Math.min(policy.days(), named.mostDays())))
        .orElseGet(() -> classes.defaultDays(tenant, named));
  }

  /** Whether the whole month of the plan has expired, as the policy is now. */
  public boolean isOver(TenantRef tenant, RetentionPlan plan) {
    RetainedData data = classes.named(plan.dataClass());
    Instant end = plan.month().plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return !boundary(data, of(tenant, data)).isBefore(end);
  }

  /** What is from before this moment has expired. */
  public Instant boundary(RetainedData data, int days) {
    return data.boundary(clock.instant().minus(Duration.ofDays(days)));
  }
}
