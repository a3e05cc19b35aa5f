package org.freehold.batch.housekeeping;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.freehold.jobs.JobPlans;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantRef;

/** Plans housekeeping for every night, unless somebody has planned it otherwise. */
@Singleton
@Startup
public class HousekeepingPlan {
  private static final Logger LOG = System.getLogger(HousekeepingPlan.class.getName());
  private static final String NIGHTLY = "30 3 * * *";

  @Inject private JobPlans plans;

  @PostConstruct
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void plan() {
    try {
      CurrentCall.within(
          CallContext.system(HousekeepingJob.NAME, TenantRef.PLATFORM),
          () -> plans.planOnce(HousekeepingJob.NAME, NIGHTLY, Map.of()));
    } catch (Exception e) {
      // The application must start without its database and mend itself: the next start plans.
      LOG.log(Level.WARNING, "Housekeeping could not be planned at this start", e);
    }
  }
}
