package org.freehold.batch.rehearsal;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.concurrent.TimeUnit;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunProgress;
import org.freehold.jobs.RunningHere;

/** Counts; the checkpoint is the last number. */
@Named
@Dependent
public class RehearsalSteps extends AbstractItemReader {
  @Inject private RunningHere here;
  @Inject private RunProgress progress;
  @Inject @BatchProperty private String run;
  private Run known;
  private long last;

  @Override
  public void open(Serializable checkpoint) throws Exception {
    known = here.run(run);
    last = checkpoint == null ? 0 : (Long) checkpoint;
    here.within(
        run,
        found -> {
          progress.expect(found, found.number(RehearsalJob.STEPS), "Counting");
          return null;
        });
  }

  @Override
  public Object readItem() throws InterruptedException {
    if (last == known.number(RehearsalJob.STEPS)) {
      return null;
    }
    TimeUnit.MILLISECONDS.sleep(known.number(RehearsalJob.PAUSE));
    last++;
    return last;
  }

  @Override
  public Serializable checkpointInfo() {
    return last;
  }
}
