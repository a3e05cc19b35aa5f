package org.freehold.batch.compliance;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayDeque;
import java.util.Deque;
import org.freehold.compliance.ReportRun;
import org.freehold.jobs.RunningHere;

/** The questions of one part that have no answer yet. */
@Named
@Dependent
public class OpenQuestions extends AbstractItemReader {
  @Inject private RunningHere here;
  @Inject private ReportRun report;
  @Inject @BatchProperty private String run;
  @Inject @BatchProperty private String part;
  @Inject @BatchProperty private String parts;
  private Deque<String> open;

  @Override
  public Object readItem() throws Exception {
    if (open == null) {
      open =
          here.within(
              run,
              known ->
                  new ArrayDeque<>(
                      report.open(known.id(), Integer.parseInt(part), Integer.parseInt(parts))));
    }
    return open.poll();
  }
}
