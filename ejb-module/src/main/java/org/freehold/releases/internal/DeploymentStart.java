package org.freehold.releases.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Instant;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.work.WorkQueue;
import org.freehold.releases.ReleaseRefused;

/** Puts deployments on their way, there or back: in an environment one at a time. */
@ApplicationScoped
public class DeploymentStart {
  private static final String UNIQUE_VIOLATION = "23505";

  @Inject private DeploymentRepository deployments;
  @Inject private WorkQueue work;

  /** {@link ReleaseRefused} while any is at work in the environment. */
  public void requireNoneAtWork(Deployment deployment) {
    if (deployments.atWork(CurrentCall.tenantId(), deployment.environmentId()).isPresent()) {
      throw ReleaseRefused.inProgress(deployment.environment());
    }
  }

  /**
   * Leased work does the rest. The database too lets only one be at work, the one that was first.
   */
  public void begin(Deployment deployment, Instant now) {
    try {
      deployments.flush();
    } catch (PersistenceException e) {
      if (isSecond(e)) {
        throw ReleaseRefused.inProgress(deployment.environment());
      }
      throw e;
    }
    work.schedule(DeploymentWork.KIND, CurrentCall.tenantId(), deployment.id().value(), now);
  }

  private static boolean isSecond(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
