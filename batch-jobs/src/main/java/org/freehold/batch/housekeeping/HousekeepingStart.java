package org.freehold.batch.housekeeping;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Plans housekeeping when the application starts. */
@Singleton
@Startup
public class HousekeepingStart {
  @Inject private HousekeepingSchedule schedule;

  @PostConstruct
  void plan() {
    schedule.begin();
  }
}
