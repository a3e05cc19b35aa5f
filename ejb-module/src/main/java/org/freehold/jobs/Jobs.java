package org.freehold.jobs;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.freehold.jobs.internal.JobRun;
import org.freehold.jobs.internal.JobRunRepository;
import org.freehold.jobs.internal.RunOrders;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.platform.work.WorkQueue;

/** The jobs and their runs in the caller's tenant; an operator's without one are the platform's. */
@Stateless
@Guarded
public class Jobs {
  @Inject private JobCatalogue catalogue;
  @Inject private RunRequests requests;
  @Inject private JobRunRepository runs;
  @Inject private WorkQueue work;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  @RequiresPermission("jobs:read")
  public List<JobDetails> list() {
    TenantRef tenant = CurrentCall.get().requireTenant();
    Map<String, RunDetails> last = runs.lastOfEach(tenant.id());
    return catalogue.of(tenant).stream().map(job -> details(job, last.get(job.name()))).toList();
  }

  private static JobDetails details(JobDefinition job, RunDetails last) {
    return new JobDetails(
        job.name(), job.title(), job.description(), job.scope(), job.parameters(), last);
  }

  /** Queues a run; it starts as soon as this commits. */
  @RequiresPermission("jobs:write")
  @Audited("job.started")
  public RunDetails start(String job, Map<String, JsonValue> parameters) {
    RunDetails run = requests.request(job, parameters);
    changes.about("job_run", run.id().value()).after(new Started(job, run.parameters()));
    return run;
  }

  /** What the trail keeps of a start. */
  public record Started(String job, Map<String, JsonValue> parameters) {}

  /** What the trail keeps of a step. */
  public record Stepped(RunStatus status) {}

  @RequiresPermission("jobs:read")
  public Page<RunDetails> runs(RunFilter filter, PageRequest page) {
    if (filter.job() != null) {
      catalogue.find(CurrentCall.get().requireTenant(), filter.job());
    }
    return runs.list(CurrentCall.tenantId(), filter, page);
  }

  @RequiresPermission("jobs:read")
  public RunDetails run(JobRunId id) {
    TenantId tenant = CurrentCall.tenantId();
    return runs.details(tenant, runs.byId(tenant, id).orElseThrow(() -> new NotFound("job_run")));
  }

  @RequiresPermission("jobs:read")
  public Page<LogLine> log(JobRunId id, PageRequest page) {
    run(id);
    return runs.log(CurrentCall.tenantId(), id, page);
  }

  /** A queued run is stopped at once, a running one at its next checkpoint. */
  @RequiresPermission("jobs:write")
  @Audited("job.stopped")
  public RunDetails stop(JobRunId id) {
    return step(id, run -> run.stop(clock.instant()));
  }

  /** A failed or stopped run goes on from its checkpoint. */
  @RequiresPermission("jobs:write")
  @Audited("job.restarted")
  public RunDetails restart(JobRunId id) {
    RunDetails run = step(id, JobRun::restart);
    work.schedule(RunOrders.KIND, CurrentCall.tenantId(), id.value(), clock.instant());
    return run;
  }

  /** A run that has not ended well never goes on. */
  @RequiresPermission("jobs:write")
  @Audited("job.abandoned")
  public RunDetails abandon(JobRunId id) {
    return step(id, run -> run.abandon(clock.instant()));
  }

  private RunDetails step(JobRunId id, Consumer<JobRun> step) {
    TenantId tenant = CurrentCall.tenantId();
    JobRun run = runs.locked(tenant, id).orElseThrow(() -> new NotFound("job_run"));
    Stepped before = new Stepped(run.status());
    step.accept(run);
    runs.flush();
    changes.about("job_run", id.value()).before(before).after(new Stepped(run.status()));
    return runs.details(tenant, run);
  }
}
