package org.freehold.batch.housekeeping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;

/** The daily start as leased work. */
@ApplicationScoped
public class HousekeepingWork implements WorkHandler {
  @Inject private HousekeepingSchedule schedule;

  @Override
  public String kind() {
    return HousekeepingSchedule.KIND;
  }

  @Override
  public void handle(WorkItem item) {
    HousekeepingSchedule.start();
    schedule.planNext();
  }
}
