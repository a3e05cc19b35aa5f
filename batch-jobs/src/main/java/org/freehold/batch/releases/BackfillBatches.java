package org.freehold.batch.releases;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.freehold.environments.EnvironmentBackfills;
import org.freehold.environments.RowBatches;
import org.freehold.jobs.RunProgress;
import org.freehold.jobs.RunningHere;

/** Finds batch after batch along the primary key; the checkpoint is the last key. */
@Named
@Dependent
public class BackfillBatches extends AbstractItemReader {
  @Inject private RunningHere here;
  @Inject private RunProgress progress;
  @Inject private EnvironmentBackfills backfills;
  @Inject @BatchProperty private String run;
  private RowBatches batches;
  private ArrayList<String> last;

  @Override
  public void open(Serializable checkpoint) throws Exception {
    last = checkpoint == null ? null : checkpointed(checkpoint);
    batches =
        here.within(
            run,
            known -> {
              RowBatches opened = BackfillPlace.of(known, backfills);
              progress.expect(known, opened.estimate(), "Writing rows");
              return opened;
            });
  }

  private static ArrayList<String> checkpointed(Serializable checkpoint) {
    ArrayList<String> key = new ArrayList<>();
    ((List<?>) checkpoint).forEach(value -> key.add((String) value));
    return key;
  }

  @Override
  public Object readItem() throws Exception {
    RowBatches.Batch batch = batches.next(last);
    last = batch == null ? last : new ArrayList<>(batch.last());
    return batch;
  }

  @Override
  public Serializable checkpointInfo() {
    return last;
  }

  @Override
  public void close() throws Exception {
    if (batches != null) {
      batches.close();
    }
  }
}
