package org.freehold.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.freehold.jobs.internal.JobRun;
import org.freehold.jobs.internal.JobRunRepository;
import org.freehold.jobs.internal.RunOrders;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantId;
import org.freehold.platform.work.WorkQueue;

/**
 * Makes runs in the business transaction of a service that has checked who may: the run exists and
 * will be started exactly when the transaction commits. No EJB: what it refuses must not mark the
 * transaction for rollback before the refusal has been told.
 */
@ApplicationScoped
public class RunRequests {
  @Inject private JobCatalogue catalogue;
  @Inject private JobRunRepository runs;
  @Inject private WorkQueue work;
  @Inject private Clock clock;

  /** A run in the tenant of the call. */
  public RunDetails request(String job, Map<String, JsonValue> parameters) {
    CallContext call = CurrentCall.get();
    JobDefinition definition = catalogue.find(call.requireTenant(), job);
    definition.admit(call, JobCatalogue.checked(definition, parameters));
    return queue(newRun(job, parameters));
  }

  /** The run of a schedule that was due at the time; a second one of the same time is refused. */
  public RunDetails fire(String job, Map<String, JsonValue> parameters, UUID schedule, Instant at) {
    return queue(newRun(job, parameters).firedBy(schedule, at));
  }

  /**
   * For whoever waits for a run that it asked for itself; empty when the tenant has no such run.
   */
  public Optional<RunDetails> find(JobRunId id) {
    TenantId tenant = CurrentCall.tenantId();
    return runs.byId(tenant, id).map(run -> runs.details(tenant, run));
  }

  private JobRun newRun(String name, Map<String, JsonValue> parameters) {
    CallContext call = CurrentCall.get();
    JobDefinition job = catalogue.find(call.requireTenant(), name);
    Map<String, JsonValue> checked = JobCatalogue.checked(job, parameters);
    return new JobRun(call, job.name(), job.unit(), checked, clock.instant());
  }

  private RunDetails queue(JobRun run) {
    runs.add(run);
    work.schedule(RunOrders.KIND, CurrentCall.tenantId(), run.id().value(), clock.instant());
    return runs.details(CurrentCall.tenantId(), run);
  }
}
