package org.freehold.batch.demo;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.partition.AbstractPartitionAnalyzer;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.freehold.demo.SeedPart;
import org.freehold.jobs.RunProgress;
import org.freehold.jobs.RunningHere;

/**
 * Tells the run how far its parts are. Apart from the chunks: they commit in the tenant, and the
 * run may be the platform's.
 */
@Named
@Dependent
public class DemoPartProgress extends AbstractPartitionAnalyzer {
  @Inject private RunProgress progress;
  @Inject private RunningHere here;
  @Inject @BatchProperty private String run;

  @Override
  public void analyzeCollectorData(Serializable state) throws Exception {
    if (state instanceof SeedPart part) {
      here.within(
          run,
          known -> {
            progress.reach(known, part.part(), part.done(), part.counts());
            return null;
          });
    }
  }
}
