package org.freehold.batch.releases;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.freehold.environments.EnvironmentBackfills;
import org.freehold.environments.RowBatches;
import org.freehold.jobs.RunProgress;
import org.freehold.jobs.RunningHere;

/**
 * Writes batches, each in a transaction of the environment's database, and rests for as long as it
 * took. A batch that is written again after a crash finds its rows done.
 */
@Named
@Dependent
public class BackfillRows extends AbstractItemWriter {
  private static final long LONGEST_REST_MILLIS = 200;

  @Inject private RunningHere here;
  @Inject private RunProgress progress;
  @Inject private EnvironmentBackfills backfills;
  @Inject @BatchProperty private String run;
  private RowBatches batches;

  @Override
  public void open(Serializable checkpoint) throws Exception {
    batches = here.within(run, known -> BackfillPlace.of(known, backfills));
  }

  @Override
  public void writeItems(List<Object> items) throws Exception {
    here.within(
        run,
        known -> {
          for (Object item : items) {
            long begun = System.nanoTime();
            long rows = batches.write((RowBatches.Batch) item);
            progress.advance(known, 0, rows, Map.of("rows", rows));
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            TimeUnit.MILLISECONDS.sleep(Math.min(millis, LONGEST_REST_MILLIS));
          }
          return null;
        });
  }

  @Override
  public void close() throws Exception {
    if (batches != null) {
      batches.close();
    }
  }
}
