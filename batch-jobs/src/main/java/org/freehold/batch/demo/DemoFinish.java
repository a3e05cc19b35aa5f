package org.freehold.batch.demo;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.freehold.demo.DemoRows;
import org.freehold.demo.DemoTenants;
import org.freehold.demo.SeedPart;
import org.freehold.demo.SeedPlan;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunProgress;
import org.freehold.jobs.RunningHere;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantRef;

/** Tells the world what the run added, and the run its final figures from the rows of the plan. */
@Named
@Dependent
public class DemoFinish extends AbstractBatchlet {
  /** Where people, teams and files are counted: after all partitions. */
  private static final int OTHERS = 1_000;

  @Inject private DemoTenants tenants;
  @Inject private DemoRows rows;
  @Inject private RunProgress progress;
  @Inject private RunningHere here;
  @Inject @BatchProperty private String run;

  @Override
  public String process() throws Exception {
    return here.within(run, this::finish);
  }

  private String finish(Run known) throws Exception {
    TenantRef tenant = tenants.ready(SeedPlan.of(known).slug());
    Result result =
        CurrentCall.within(
            known.in(tenant),
            () -> {
              rows.announce(known.id());
              return new Result(rows.parts(known.id()), rows.otherCounts(known.id()));
            });
    for (SeedPart part : result.parts()) {
      progress.reach(known, part.part(), part.done(), part.counts());
    }
    progress.reach(known, OTHERS, 0, result.others());
    progress.expect(known, null, "Seeded");
    return "seeded";
  }

  private record Result(List<SeedPart> parts, Map<String, Long> others) {}
}
