package org.freehold.releases.internal;

import java.sql.SQLException;
import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.Fingerprint;
import org.freehold.environments.TargetState;
import org.freehold.releases.ReleaseRefused;

/** Whether a plan is still the one that was made, and its environment the one it was made for. */
public final class PlanChecks {
  private static final String UNIQUE_VIOLATION = "23505";

  private PlanChecks() {}

  /** {@link ReleaseRefused} when something of the plan was changed behind the API. */
  public static void requireWhole(Release release, Deployment deployment) {
    if (!StoredPlans.isWhole(deployment.plan())) {
      throw ReleaseRefused.manifestChanged(release.ref(), deployment.environment());
    }
  }

  /** {@link ReleaseRefused} with the differences when the schema is another. */
  public static void requireStart(Deployment deployment, TargetState found) {
    if (!found.fingerprint().equals(deployment.plan().startFingerprint())) {
      Catalog planned = StoredPlans.read(Catalog.class, deployment.plan().startCatalog());
      throw ReleaseRefused.drift(
          deployment.environment(), Fingerprint.differences(planned, found.catalog()));
    }
  }

  /** Whether somebody else was first. */
  public static boolean isSecond(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
