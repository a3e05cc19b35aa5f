package org.freehold.jobs.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.freehold.jobs.JobRunId;
import org.freehold.jobs.JobSettings;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunStatus;
import org.freehold.jobs.RunningHere;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantRef;
import org.freehold.platform.work.WorkQueue;

/**
 * Decides in one transaction what is to be done about a run, and that it will be looked at again:
 * its work item stays in the queue until the run has ended, so that a node that dies is noticed.
 */
@Stateless
public class RunOrders {
  public static final String KIND = "job_run";

  /**
   * What to do outside of the transaction.
   *
   * @param restartOf the execution of the batch runtime to go on from, or null
   */
  public record Order(Run run, Long restartOf) {}

  @Inject private JobRunRepository runs;
  @Inject private RunningHere here;
  @Inject private JobSettings settings;
  @Inject private WorkQueue work;
  @Inject private Clock clock;

  /** Empty when there is nothing to do now. */
  public Optional<Order> next(JobRunId id) {
    TenantRef tenant = CurrentCall.get().requireTenant();
    JobRun run = runs.locked(tenant.id(), id).orElse(null);
    if (run == null || run.status().ended()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    if (run.status() != RunStatus.QUEUED && !run.isSilent(settings.lease(), now)) {
      look(tenant, id, run.heartbeatAt().plus(settings.lease()));
      return Optional.empty();
    }
    if (run.status() == RunStatus.STOPPING) {
      run.end(RunStatus.STOPPED, null, "Its node died before it stopped.", now);
      return Optional.empty();
    }
    if (run.hasDiedTooOften()) {
      run.end(
          RunStatus.FAILED, null, "Its nodes died too often; restart it when they do not.", now);
      return Optional.empty();
    }
    run.beginOn(here.node(), now);
    look(tenant, id, now.plus(settings.lease()));
    return Optional.of(new Order(run.here(tenant), run.batchExecution()));
  }

  private void look(TenantRef tenant, JobRunId id, Instant when) {
    work.schedule(KIND, tenant.id(), id.value(), when.plusMillis(100));
  }

  public void failed(Run run, String why) {
    runs.locked(run.tenant().id(), run.id())
        .filter(row -> row.isExecution(run.execution()))
        .ifPresent(row -> row.end(RunStatus.FAILED, null, why, clock.instant()));
  }

  /** Says that the run lives; answers whether it may go on here. */
  public boolean beat(Run run) {
    return runs.beat(run.tenant().id(), run.id(), run.execution(), clock.instant())
        && runs.byId(run.tenant().id(), run.id())
            .filter(row -> row.status() == RunStatus.RUNNING)
            .isPresent();
  }
}
