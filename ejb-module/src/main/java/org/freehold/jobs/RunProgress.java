package org.freehold.jobs;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.freehold.jobs.internal.JobRun;
import org.freehold.jobs.internal.JobRunLogLine;
import org.freehold.jobs.internal.JobRunRepository;
import org.freehold.platform.Guarded;
import org.freehold.platform.SystemCall;

/**
 * What the artefacts of a job tell of its run, within {@link Run#context()}. Told inside a chunk's
 * transaction, it is true exactly when the chunk is.
 */
@Stateless
@Guarded
public class RunProgress {
  @Inject private JobRunRepository runs;
  @Inject private Clock clock;

  /** How much there is to do in all, and what is done now; null leaves either as it is. */
  @SystemCall
  public void expect(Run run, Long total, String message) {
    runs.locked(run.tenant().id(), run.id())
        .filter(row -> row.isExecution(run.execution()))
        .orElseThrow(() -> new TakenOver(run.id()))
        .expect(total, message);
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
  }

  /** A line in the run's log; no secrets and nothing personal. */
  @SystemCall
  public void log(Run run, LogLevel level, String message) {
    runs.add(new JobRunLogLine(run.tenant().id(), run.id(), level, message, clock.instant()));
  }

  /** The execution ended so; what a node that is going away leaves unfinished is free at once. */
  @SystemCall
  public void ended(Run run, RunStatus how, String exitStatus, String error, boolean unfinished) {
    JobRun row =
        runs.locked(run.tenant().id(), run.id())
            .filter(found -> found.isExecution(run.execution()))
            .orElse(null);
    if (row == null || row.status().ended()) {
      return;
    }
    if (unfinished) {
      row.release();
    } else {
      row.end(how, exitStatus, error, clock.instant());
    }
  }
}
