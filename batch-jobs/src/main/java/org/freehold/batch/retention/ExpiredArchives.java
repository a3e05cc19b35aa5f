package org.freehold.batch.retention;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.freehold.jobs.Run;
import org.freehold.retention.RetentionExecution;

/** Archives what is approved, reads it back and certifies it. */
@Named
@Dependent
public class ExpiredArchives extends TenantStep {
  @Inject private RetentionExecution execution;

  @Override
  int part() {
    return 1;
  }

  @Override
  String done(Run known) {
    int made = isDry(known) ? 0 : execution.archive(this::isStopped);
    return made == 0 ? null : made + " archives";
  }
}
