package org.freehold.batch.demo;

import jakarta.batch.api.partition.PartitionCollector;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Hands the state of a part over when its chunk has been committed. */
@Named
@Dependent
public class DemoPartReport implements PartitionCollector {
  @Inject private StepContext step;

  @Override
  public Serializable collectPartitionData() {
    return (Serializable) step.getTransientUserData();
  }
}
