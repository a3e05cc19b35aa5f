package org.freehold.jobs;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.freehold.jobs.internal.JobSchedule;
import org.freehold.jobs.internal.JobScheduleRepository;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.Stale;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.work.WorkQueue;

/** The schedules of the caller's tenant. */
@Stateless
@Guarded
public class JobSchedules {
  private static final int MOST = 100;

  @Inject private JobCatalogue catalogue;
  @Inject private JobScheduleRepository schedules;
  @Inject private WorkQueue work;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  @RequiresPermission("jobs:write")
  @Audited("job_schedule.created")
  public ScheduleDetails create(ScheduleFields fields) {
    TenantId tenant = CurrentCall.tenantId();
    if (schedules.count(tenant) >= MOST) {
      throw new Conflict(
          "too_many_schedules",
          "There are " + MOST + " schedules already.",
          "Delete one that is not needed.");
    }
    requireRunnable(fields);
    JobSchedule schedule = new JobSchedule(tenant, fields, clock.instant());
    schedules.add(schedule);
    plan(tenant, schedule);
    changes.about("job_schedule", schedule.id().value()).after(schedule.fields());
    return schedule.details();
  }

  @RequiresPermission("jobs:read")
  public Page<ScheduleDetails> list(PageRequest page) {
    return schedules.list(CurrentCall.tenantId(), page);
  }

  @RequiresPermission("jobs:read")
  public ScheduleDetails details(JobScheduleId id) {
    return find(id).details();
  }

  /** {@code expectedVersion} null: whatever is there. */
  @RequiresPermission("jobs:write")
  @Audited("job_schedule.updated")
  public ScheduleDetails change(
      JobScheduleId id, UnaryOperator<ScheduleFields> change, Long expectedVersion) {
    JobSchedule schedule = locked(id);
    if (expectedVersion != null && expectedVersion != schedule.version()) {
      throw new Stale();
    }
    ScheduleFields before = schedule.fields();
    ScheduleFields after = change.apply(before);
    requireRunnable(after);
    schedule.change(after, clock.instant());
    schedules.flush();
    plan(CurrentCall.tenantId(), schedule);
    changes.about("job_schedule", id.value()).before(before).after(after);
    return schedule.details();
  }

  @RequiresPermission("jobs:write")
  @Audited("job_schedule.deleted")
  public void delete(JobScheduleId id) {
    JobSchedule schedule = locked(id);
    changes.about("job_schedule", id.value()).before(schedule.fields());
    schedules.remove(schedule);
  }

  private void requireRunnable(ScheduleFields fields) {
    JobDefinition job = catalogue.find(CurrentCall.get().requireTenant(), fields.job());
    JobCatalogue.checked(job, fields.parameters());
  }

  private void plan(TenantId tenant, JobSchedule schedule) {
    if (schedule.nextFireAt() != null) {
      work.schedule(JobPlans.KIND, tenant, schedule.id().value(), schedule.nextFireAt());
    }
  }

  /** It may fire at this moment: who changes it waits for that. */
  private JobSchedule locked(JobScheduleId id) {
    return schedules
        .locked(CurrentCall.tenantId(), id)
        .orElseThrow(() -> new NotFound("job_schedule"));
  }

  private JobSchedule find(JobScheduleId id) {
    return schedules
        .byId(CurrentCall.tenantId(), id)
        .orElseThrow(() -> new NotFound("job_schedule"));
  }
}
