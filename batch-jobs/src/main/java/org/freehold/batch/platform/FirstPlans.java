package org.freehold.batch.platform;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import org.freehold.jobs.JobCatalogue;
import org.freehold.jobs.JobDefinition;
import org.freehold.jobs.JobPlans;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantRef;

/** Plans every job that asks for it, unless somebody has planned it otherwise. */
@Singleton
@Startup
public class FirstPlans {
  @Inject private JobCatalogue jobs;
  @Inject private JobPlans plans;

  @PostConstruct
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void plan() {
    for (JobDefinition job : jobs.of(TenantRef.PLATFORM)) {
      CurrentCall.within(
          CallContext.system(job.name(), TenantRef.PLATFORM),
          () -> job.nightly().map(cron -> plans.planOnce(job.name(), cron, Map.of())));
    }
  }
}
