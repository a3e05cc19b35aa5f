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

/** Asks a question and keeps the answer; progress is counted for each part apart. */
@Named
@Dependent
public class ComplianceAnswers extends AbstractItemWriter {
  @Inject private RunningHere here;
  @Inject private RunProgress progress;
  @Inject private ReportRun report;
  @Inject @BatchProperty private String run;
  @Inject @BatchProperty private String part;

  @Override
  public void writeItems(List<Object> questions) throws Exception {
    here.within(
        run,
        known -> {
          for (Object question : questions) {
            long more = report.answer(known.id(), (String) question) ? 1 : 0;
            progress.advance(known, Integer.parseInt(part) + 1, more, Map.of("questions", more));
          }
          return null;
        });
  }
}
