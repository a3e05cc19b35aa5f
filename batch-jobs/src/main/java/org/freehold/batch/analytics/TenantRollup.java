package org.freehold.batch.analytics;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.freehold.analytics.AnalyticsRollup;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunningHere;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantRef;

/** Computes the figures of one tenant; the platform itself has none. */
@Named
@Dependent
public class TenantRollup extends AbstractItemWriter {
  @Inject private AnalyticsRollup rollup;
  @Inject private RunningHere here;
  @Inject @BatchProperty private String run;

  @Override
  public void writeItems(List<Object> tenants) throws Exception {
    Run known = here.run(run);
    int days = Math.toIntExact(known.number(AnalyticsJob.DAYS));
    for (Object one : tenants) {
      TenantRef tenant = (TenantRef) one;
      if (!tenant.isPlatform()) {
        CurrentCall.within(known.in(tenant), () -> rollup.compute(days));
      }
    }
  }
}
