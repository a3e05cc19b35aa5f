package org.freehold.flags.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.freehold.flags.FlagScheduleId;
import org.freehold.flags.FlagSchedules;
import org.freehold.flags.PlannedFlagChanges;
import org.freehold.platform.Problem;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;

/** Makes a planned change at its time, once; one that no longer fits has failed for good. */
@ApplicationScoped
public class FlagChangeWork implements WorkHandler {
  @Inject private PlannedFlagChanges changes;

  @Override
  public String kind() {
    return FlagSchedules.KIND;
  }

  @Override
  public void handle(WorkItem item) {
    FlagScheduleId id = new FlagScheduleId(item.subject());
    if (!changes.isDue(id)) {
      return;
    }
    try {
      changes.make(id);
    } catch (Problem problem) {
      changes.failed(id, told(problem));
    }
  }

  private static String told(Problem problem) {
    return problem.faults().isEmpty()
        ? problem.getMessage()
        : problem.faults().stream()
            .map(fault -> fault.pointer() + ": " + fault.detail())
            .collect(Collectors.joining(" "));
  }
}
