package org.freehold.batch.compliance;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.freehold.compliance.ReportRun;
import org.freehold.jobs.RunProgress;
import org.freehold.jobs.RunningHere;

/** Hashes the next piece of the period, and moves the report on in the same transaction. */
@Named
@Dependent
public class TrailCheck extends AbstractItemWriter {
  @Inject private RunningHere here;
  @Inject private RunProgress progress;
  @Inject private ReportRun report;
  @Inject @BatchProperty private String run;

  @Override
  public void writeItems(List<Object> pieces) throws Exception {
    here.within(
        run,
        known -> {
          long events = report.check(known.id());
          progress.advance(known, 0, events, Map.of("events", events));
          return null;
        });
  }
}
