package org.freehold.batch.analytics;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.freehold.analytics.AnalyticsRollup;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunningHere;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantRef;

/** Computes the figures of one tenant. */
@Named
@Dependent
public class TenantRollup extends AbstractItemWriter {
  @Inject private AnalyticsRollup rollup;
  @Inject private RunningHere here;
  @Inject private StepContext step;
  @Inject @BatchProperty private String run;

  @Override
  public void writeItems(List<Object> tenants) throws Exception {
    Run known = here.run(run);
    int days = Math.toIntExact(known.number(AnalyticsJob.DAYS));
    for (Object tenant : tenants) {
      CurrentCall.within(known.in((TenantRef) tenant), () -> rollup.compute(days));
    }
    step.setTransientUserData(((RolledUp) step.getTransientUserData()).andMore(tenants.size()));
  }
}
