package org.freehold.batch.rehearsal;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunProgress;
import org.freehold.jobs.RunningHere;

/** Tells each step, and fails where it was asked to. */
@Named
@Dependent
public class RehearsalCount extends AbstractItemWriter {
  @Inject private RunningHere here;
  @Inject private RunProgress progress;
  @Inject @BatchProperty private String run;

  @Override
  public void writeItems(List<Object> steps) throws Exception {
    here.within(
        run,
        known -> {
          progress.advance(known, 0, steps.size(), Map.of("steps", (long) steps.size()));
          failIfAsked(known, steps);
          return null;
        });
  }

  private static void failIfAsked(Run known, List<Object> steps) {
    long step = known.number(RehearsalJob.FAIL_AT);
    if (known.execution() == 1 && steps.contains(step)) {
      throw new IllegalStateException("Asked to fail at step " + step);
    }
  }
}
