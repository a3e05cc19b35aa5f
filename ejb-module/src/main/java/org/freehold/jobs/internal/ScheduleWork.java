package org.freehold.jobs.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.jobs.JobPlans;
import org.freehold.jobs.JobScheduleId;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;

/** Makes the run of a schedule whose time has come. */
@ApplicationScoped
public class ScheduleWork implements WorkHandler {
  @Inject private JobPlans plans;

  @Override
  public String kind() {
    return JobPlans.KIND;
  }

  @Override
  public void handle(WorkItem item) {
    JobScheduleId schedule = new JobScheduleId(item.subject());
    if (plans.isDue(schedule)) {
      plans.fire(schedule);
    }
  }
}
