package org.freehold.batch.platform;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
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
  public void start(String job, Properties parameters) {
    try {
      BatchRuntime.getJobOperator().start(job, parameters);
    } catch (BatchRuntimeException e) {
      throw new IllegalStateException("The batch runtime did not start " + job + ": " + e, e);
    }
  }

  @Override
  public void restart(long execution, Properties parameters) {
    try {
      JobOperator operator = BatchRuntime.getJobOperator();
      operator.restart(latest(operator, execution), parameters);
    } catch (BatchRuntimeException e) {
      throw new IllegalStateException(
          "The batch runtime did not restart execution " + execution + ": " + e, e);
    }
  }

  /** Only the latest can be restarted; a node may have died before it told of that. */
  private static long latest(JobOperator operator, long execution) {
    return operator.getJobExecutions(operator.getJobInstance(execution)).stream()
        .mapToLong(JobExecution::getExecutionId)
        .max()
        .orElse(execution);
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
