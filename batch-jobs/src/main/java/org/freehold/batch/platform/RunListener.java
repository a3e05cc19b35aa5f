package org.freehold.batch.platform;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.freehold.jobs.LogLevel;
import org.freehold.jobs.Run;
import org.freehold.jobs.RunProgress;
import org.freehold.jobs.RunStatus;
import org.freehold.jobs.RunningHere;
import org.freehold.platform.CurrentCall;

/** Tells how the execution of a run began and ended. */
@Named
@Dependent
public class RunListener extends AbstractJobListener {
  private static final Logger LOG = System.getLogger(RunListener.class.getName());

  @Inject private JobContext job;
  @Inject private RunningHere here;
  @Inject private RunProgress progress;
  @Inject @BatchProperty private String run;

  @Override
  public void beforeJob() throws Exception {
    here.within(
        run,
        known -> {
          progress.began(known, job.getExecutionId());
          here.began(known, job.getExecutionId());
          LOG.log(
              Level.INFO,
              "Run " + run + " of " + known.job() + " begins its execution " + known.execution());
          String how = known.execution() == 1 ? "Started on " : "Goes on from its checkpoint on ";
          progress.log(known, LogLevel.INFO, how + here.node());
          return null;
        });
  }

  @Override
  public void afterJob() throws Exception {
    Run known = here.run(run);
    CurrentCall.within(
        known.context(),
        () -> {
          end(known);
          return null;
        });
    here.remove(known);
  }

  private void end(Run known) {
    RunStatus how = how();
    Exception failure = here.failureOf(known);
    boolean unfinished = here.isClosing() && how != RunStatus.COMPLETED;
    String error = how == RunStatus.FAILED ? told(failure) : null;
    if (!progress.ended(known, how, job.getExitStatus(), error, unfinished)) {
      LOG.log(Level.INFO, "Run " + run + " ended here after another node had taken it");
    } else if (how == RunStatus.FAILED) {
      LOG.log(Level.WARNING, "Run " + run + " of " + known.job() + " failed", failure);
    }
  }

  private RunStatus how() {
    BatchStatus status = job.getBatchStatus();
    return switch (status) {
      case STOPPED, STOPPING -> RunStatus.STOPPED;
      case FAILED, ABANDONED -> RunStatus.FAILED;
      default -> RunStatus.COMPLETED;
    };
  }

  private static String told(Exception failure) {
    if (failure == null) {
      return "The batch runtime says that it failed; the server's log tells why.";
    }
    return RootCause.of(failure);
  }
}
