package org.freehold.jobs;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.freehold.jobs.internal.JobRun;
import org.freehold.jobs.internal.JobRunLogLine;
import org.freehold.jobs.internal.JobRunRepository;
import org.freehold.jobs.internal.RunOrders;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.platform.work.WorkQueue;

/**
 * What the artefacts of a job tell of its run, within {@link Run#context()}. Told inside a chunk's
 * transaction, it is true exactly when the chunk is.
 *
 * <p>Each call writes at once all that the transaction has changed: left to the commit it would
 * come after the checkpoint, for which the batch runtime leads the connection to its own schema.
 */
@Stateless
@Guarded
@NotAudited("It counts what a run has done; starting and stopping runs is on record.")
public class RunProgress {
  /** Of one run's log: what is said oftener than that is no news, and the end is in the run. */
  private static final int MOST_LINES = 1000;

  @Inject private JobRunRepository runs;
  @Inject private WorkQueue work;
  @Inject private Clock clock;

  /**
   * Before anything else: which execution of the batch runtime this is, so that the run can go on
   * from each of its checkpoints. Throws {@link TakenOver} when another node was faster.
   */
  @SystemCall
  public void began(Run run, long batchExecution) {
    runs.locked(run.tenant().id(), run.id())
        .filter(row -> row.isExecution(run.execution()))
        .orElseThrow(() -> new TakenOver(run.id()))
        .beganAs(batchExecution);
  }

  /** How much there is to do in all, and what is done now; null leaves either as it is. */
  @SystemCall
  public void expect(Run run, Long total, String message) {
    runs.locked(run.tenant().id(), run.id())
        .filter(row -> row.isExecution(run.execution()))
        .orElseThrow(() -> new TakenOver(run.id()))
        .expect(total, message);
    runs.flush();
  }

  /**
   * Adds to what the partition has done (0 where there are none) and to its counts. Throws {@link
   * TakenOver}, which rolls the chunk back, when another node went on with the run.
   */
  @SystemCall
  public void advance(Run run, int part, long more, Map<String, Long> counts) {
    if (!runs.isOwned(run.tenant().id(), run.id(), run.execution())) {
      throw new TakenOver(run.id());
    }
    runs.advance(run.tenant().id(), run.id(), part, more, counts);
    runs.flush();
  }

  /**
   * Says what the partition has done in all. For a run of the platform that works in a tenant: the
   * chunk counts in the tenant, and this tells it afterwards, since a transaction serves one
   * tenant.
   */
  @SystemCall
  public void reach(Run run, int part, long done, Map<String, Long> counts) {
    if (!runs.isOwned(run.tenant().id(), run.id(), run.execution())) {
      throw new TakenOver(run.id());
    }
    runs.reach(run.tenant().id(), run.id(), part, done, counts);
    runs.flush();
  }

  /** A line in the run's log, as long as that has room; no secrets and nothing personal. */
  @SystemCall
  public void log(Run run, LogLevel level, String message) {
    if (runs.countLines(run.tenant().id(), run.id()) >= MOST_LINES) {
      return;
    }
    runs.add(new JobRunLogLine(run.tenant().id(), run.id(), level, message, clock.instant()));
    runs.flush();
  }

  /**
   * The execution ended so, which its log tells too; what a node that is going away leaves
   * unfinished is free at once. Of a run that is another execution's by now nothing is written, and
   * the answer is false.
   */
  @SystemCall
  public boolean ended(
      Run run, RunStatus how, String exitStatus, String error, boolean unfinished) {
    JobRun row =
        runs.locked(run.tenant().id(), run.id())
            .filter(found -> found.isExecution(run.execution()))
            .orElse(null);
    if (row == null) {
      return false;
    }
    if (unfinished) {
      row.release();
      log(run, LogLevel.INFO, "This node stops; another goes on");
      work.schedule(RunOrders.KIND, run.tenant().id(), run.id().value(), clock.instant());
    } else {
      row.end(how, exitStatus, error, clock.instant());
      log(run, how == RunStatus.FAILED ? LogLevel.ERROR : LogLevel.INFO, words(how, error));
    }
    return true;
  }

  private static String words(RunStatus how, String error) {
    return switch (how) {
      case STOPPED -> "Stopped at a checkpoint";
      case FAILED -> "Failed: " + error;
      default -> "Completed";
    };
  }
}
