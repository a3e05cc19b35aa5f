package org.freehold.jobs;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.freehold.jobs.internal.JobSchedule;
import org.freehold.jobs.internal.JobScheduleRepository;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantId;
import org.freehold.platform.work.WorkQueue;

/** What the product itself plans, and the moment when a plan comes true. */
@Stateless
@Guarded
public class JobPlans {
  public static final String KIND = "job_schedule";

  @Inject private JobScheduleRepository schedules;
  @Inject private RunRequests requests;
  @Inject private WorkQueue work;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** Plans the job unless it has a schedule; two nodes that start at once plan it once. */
  @SystemCall
  @NotAudited("Plans of the product itself are made at the start of the server.")
  public boolean planOnce(String job, String cron, Map<String, JsonValue> parameters) {
    TenantId tenant = CurrentCall.tenantId();
    schedules.oneAtATime(tenant, job);
    if (schedules.has(tenant, job)) {
      return false;
    }
    JobSchedule schedule =
        new JobSchedule(
            tenant, new ScheduleFields(job, cron, null, parameters, null), clock.instant());
    schedules.add(schedule);
    work.schedule(KIND, tenant, schedule.id().value(), schedule.nextFireAt());
    return true;
  }

  /** Whether the schedule is still there and its time has come. */
  @SystemCall
  @NotAudited("It only reads.")
  public boolean isDue(JobScheduleId id) {
    return schedules
        .byId(CurrentCall.tenantId(), id)
        .filter(schedule -> schedule.isDue(clock.instant()))
        .isPresent();
  }

  /**
   * Makes the run that is due, and plans the next, in one transaction. Whoever calls it a second
   * time for the same time, or for a schedule that was changed meanwhile, is refused.
   */
  @SystemCall
  @Audited("job.started")
  public void fire(JobScheduleId id) {
    TenantId tenant = CurrentCall.tenantId();
    Instant now = clock.instant();
    JobSchedule schedule =
        schedules
            .locked(tenant, id)
            .filter(found -> found.isDue(now))
            .orElseThrow(() -> new NotFound("job_schedule"));
    ScheduleFields fields = schedule.fields();
    RunDetails run =
        requests.fire(fields.job(), fields.parameters(), id.value(), schedule.nextFireAt());
    changes
        .about("job_run", run.id().value())
        .after(new Jobs.Started(fields.job(), run.parameters()));
    work.schedule(KIND, tenant, id.value(), schedule.fired(run.id(), now));
  }
}
