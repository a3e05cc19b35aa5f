package org.freehold.releases.internal;

import org.freehold.engine.migration.Catalog;
import org.freehold.engine.migration.Fingerprint;
import org.freehold.environments.TargetState;
import org.freehold.releases.ReleaseRefused;

/** Whether a plan is still the one that was made, and its environment the one it was made for. */
public final class PlanChecks {
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
}
