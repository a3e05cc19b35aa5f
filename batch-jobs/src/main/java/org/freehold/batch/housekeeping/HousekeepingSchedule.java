package org.freehold.batch.housekeeping;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.freehold.platform.TenantId;
import org.freehold.platform.work.WorkQueue;

/**
 * Starts the job, and plans the next start; in a cluster the queue sees to it that one node does.
 */
@Stateless
public class HousekeepingSchedule {
  static final String KIND = "housekeeping";
  private static final Duration EVERY = Duration.ofDays(1);

  @Inject private WorkQueue work;
  @Inject private Clock clock;

  /** Plans the first start where none is planned. */
  public void begin() {
    work.scheduleOnce(KIND, TenantId.PLATFORM, TenantId.PLATFORM.value(), clock.instant());
  }

  /** Plans the next start. */
  public void planNext() {
    work.schedule(KIND, TenantId.PLATFORM, TenantId.PLATFORM.value(), clock.instant().plus(EVERY));
  }

  /** Starts the job outside of any transaction of ours and answers its execution id. */
  static long start() {
    return BatchRuntime.getJobOperator().start(KIND, new Properties());
  }
}
