package org.freehold.batch.housekeeping;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import org.freehold.jobs.JobPlans;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantRef;

/** Plans housekeeping for every night, unless somebody has planned it otherwise. */
@Singleton
@Startup
public class HousekeepingPlan {
  private static final String NIGHTLY = "30 3 * * *";

  @Inject private JobPlans plans;

  @PostConstruct
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void plan() {
    CallContext call = CallContext.system(HousekeepingJob.NAME, TenantRef.PLATFORM);
    try (CurrentCall.Scope scope = CurrentCall.open(call)) {
      Objects.requireNonNull(scope);
      plans.planOnce(HousekeepingJob.NAME, NIGHTLY, Map.of());
    }
  }
}
