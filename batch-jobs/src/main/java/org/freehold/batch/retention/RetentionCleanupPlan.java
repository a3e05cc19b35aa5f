package org.freehold.batch.retention;

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

/** Plans the clean-up for every night, unless somebody has planned it otherwise. */
@Singleton
@Startup
public class RetentionCleanupPlan {
  private static final String NIGHTLY = "40 2 * * *";

  @Inject private JobPlans plans;

  @PostConstruct
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void plan() {
    CallContext call = CallContext.system(RetentionCleanupJob.NAME, TenantRef.PLATFORM);
    try (CurrentCall.Scope scope = CurrentCall.open(call)) {
      Objects.requireNonNull(scope);
      plans.planOnce(RetentionCleanupJob.NAME, NIGHTLY, Map.of());
    }
  }
}
