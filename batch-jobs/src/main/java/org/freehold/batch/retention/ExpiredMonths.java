package org.freehold.batch.retention;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.freehold.audit.archive.ExpiredMonth;
import org.freehold.jobs.Run;
import org.freehold.retention.RetentionPlanning;

/** Plans what has expired; of a dry run it only tells it. */
@Named
@Dependent
public class ExpiredMonths extends TenantStep {
  @Inject private RetentionPlanning planning;

  @Override
  int part() {
    return 0;
  }

  @Override
  String done(Run known) {
    if (isDry(known)) {
      List<ExpiredMonth> months = planning.look();
      return months.isEmpty() ? null : "would be planned: " + months;
    }
    int waiting = planning.plan();
    return waiting == 0 ? null : waiting + " plans wait for approval";
  }
}
