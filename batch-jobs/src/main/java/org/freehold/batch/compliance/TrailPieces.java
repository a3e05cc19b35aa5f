package org.freehold.batch.compliance;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.freehold.compliance.ReportRun;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunningHere;

/** As many pieces as are left of the period; the report itself knows which is next. */
@Named
@Dependent
public class TrailPieces extends AbstractItemReader {
  @Inject private RunningHere here;
  @Inject private ReportRun report;
  @Inject @BatchProperty private String run;

  @Override
  public Object readItem() throws Exception {
    return here.within(run, this::next);
  }

  private Long next(Run known) {
    long left = report.left(known.id());
    return left == 0 ? null : left;
  }
}
