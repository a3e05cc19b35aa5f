package org.freehold.batch.analytics;

import jakarta.batch.api.partition.PartitionCollector;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Hands over how far it is when a tenant has been committed. */
@Named
@Dependent
public class RollupReport implements PartitionCollector {
  @Inject private StepContext step;

  @Override
  public Serializable collectPartitionData() {
    return (Serializable) step.getTransientUserData();
  }
}
