package org.freehold.batch.compliance;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.freehold.compliance.ReportRun;
import org.freehold.jobs.RunProgress;
import org.freehold.jobs.RunningHere;

/** Has the report say what it sees, and freezes its questions. */
@Named
@Dependent
public class CompliancePreparation extends AbstractBatchlet {
  @Inject private RunningHere here;
  @Inject private RunProgress progress;
  @Inject private ReportRun report;
  @Inject @BatchProperty private String run;

  @Override
  public String process() throws Exception {
    return here.within(
        run,
        known -> {
          progress.expect(known, null, "Sealing the trail");
          report.make(known);
          ReportRun.Extent extent = report.begin(known.id());
          progress.expect(known, extent.total(), "Hashing the events of the period");
          return "begun";
        });
  }
}
