package org.freehold.batch.analytics;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.partition.AbstractPartitionAnalyzer;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Map;
import org.freehold.jobs.RunProgress;
import org.freehold.jobs.RunningHere;

/**
 * Tells the run how far it is. Apart from the chunks: they commit in their tenants, and the run is
 * the platform's.
 */
@Named
@Dependent
public class RollupProgress extends AbstractPartitionAnalyzer {
  @Inject private RunProgress progress;
  @Inject private RunningHere here;
  @Inject @BatchProperty private String run;
  private boolean expected;

  @Override
  public void analyzeCollectorData(Serializable state) throws Exception {
    if (state instanceof RolledUp told) {
      here.within(
          run,
          known -> {
            if (!expected) {
              progress.expect(known, (long) told.total(), null);
              expected = true;
            }
            progress.reach(known, 0, told.done(), Map.of("tenants", (long) told.done()));
            return null;
          });
    }
  }
}
