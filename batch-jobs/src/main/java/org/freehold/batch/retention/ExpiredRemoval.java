package org.freehold.batch.retention;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.freehold.jobs.Run;
import org.freehold.retention.RetentionExecution;

/** Removes what is certified. */
@Named
@Dependent
public class ExpiredRemoval extends TenantStep {
  @Inject private RetentionExecution execution;

  @Override
  int part() {
    return 2;
  }

  @Override
  String done(Run known) {
    long removed = isDry(known) ? 0 : execution.remove(this::isStopped);
    return removed == 0 ? null : removed + " events removed";
  }
}
