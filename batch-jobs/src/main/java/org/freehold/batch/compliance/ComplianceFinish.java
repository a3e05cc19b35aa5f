package org.freehold.batch.compliance;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.freehold.compliance.ReportRun;
import org.freehold.jobs.RunProgress;
import org.freehold.jobs.RunningHere;

/** Completes the report. */
@Named
@Dependent
public class ComplianceFinish extends AbstractBatchlet {
  @Inject private RunningHere here;
  @Inject private RunProgress progress;
  @Inject private ReportRun report;
  @Inject @BatchProperty private String run;

  @Override
  public String process() throws Exception {
    return here.within(
        run,
        known -> {
          report.finish(known.id());
          progress.expect(known, null, "The report can be read");
          return "completed";
        });
  }
}
