package org.freehold.batch.demo;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.freehold.demo.DemoFiles;
import org.freehold.demo.DemoTenants;
import org.freehold.demo.SeedPlan;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunProgress;
import org.freehold.jobs.RunningHere;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantRef;

/** Gives the first projects their documents, as far as they are missing. */
@Named
@Dependent
public class DemoDocuments extends AbstractBatchlet {
  @Inject private DemoTenants tenants;
  @Inject private DemoFiles files;
  @Inject private RunProgress progress;
  @Inject private RunningHere here;
  @Inject @BatchProperty private String run;

  @Override
  public String process() throws Exception {
    return here.within(run, this::write);
  }

  private String write(Run known) throws Exception {
    SeedPlan plan = SeedPlan.of(known);
    progress.expect(known, null, "Files");
    TenantRef tenant = tenants.ready(plan.slug());
    CurrentCall.within(
        known.in(tenant),
        () -> {
          files.ensure(known.id(), plan);
          return null;
        });
    return "documented";
  }
}
