package org.freehold.batch.platform;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Properties;
import org.freehold.jobs.RunEngine;

/** The batch runtime of the server. */
@ApplicationScoped
public class BatchEngine implements RunEngine {
  private static final Logger LOG = System.getLogger(BatchEngine.class.getName());

  @Override
  public long start(String job, Properties parameters) {
    try {
      return BatchRuntime.getJobOperator().start(job, parameters);
    } catch (BatchRuntimeException e) {
      throw new IllegalStateException("The batch runtime did not start " + job + ": " + e, e);
    }
  }

  @Override
  public long restart(long execution, Properties parameters) {
    try {
      return BatchRuntime.getJobOperator().restart(execution, parameters);
    } catch (BatchRuntimeException e) {
      throw new IllegalStateException(
          "The batch runtime did not restart execution " + execution + ": " + e, e);
    }
  }

  @Override
  public void stop(long execution) {
    try {
      BatchRuntime.getJobOperator().stop(execution);
    } catch (JobExecutionNotRunningException | NoSuchJobExecutionException e) {
      // Ended in the meantime: what was wanted.
      LOG.log(Level.DEBUG, "Execution " + execution + " has stopped already", e);
    }
  }
}
