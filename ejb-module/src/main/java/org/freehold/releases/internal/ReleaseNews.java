package org.freehold.releases.internal;

import org.freehold.releases.DeploymentDetails.Failure;
import org.freehold.releases.ReleaseEvents;

/** Events made of a release and its deployment. */
public final class ReleaseNews {
  private ReleaseNews() {}

  public static ReleaseEvents.Prepared prepared(Release release, Deployment deployment) {
    return new ReleaseEvents.Prepared(
        release.id(),
        release.ref(),
        release.semver(),
        release.projectId(),
        deployment.id(),
        deployment.environment(),
        deployment.environmentId(),
        deployment.plan().manifestDigest(),
        deployment.plan().plannedBy());
  }

  static ReleaseEvents.Promoted promoted(Release release, Deployment deployment) {
    return new ReleaseEvents.Promoted(
        release.id(),
        release.ref(),
        release.semver(),
        release.projectId(),
        deployment.id(),
        deployment.environment(),
        deployment.environmentId(),
        deployment.plan().manifestDigest(),
        deployment.requestedBy());
  }

  static ReleaseEvents.Failed failed(Release release, Deployment deployment, Failure failure) {
    return new ReleaseEvents.Failed(
        release.id(),
        release.ref(),
        release.semver(),
        release.projectId(),
        deployment.id(),
        deployment.environment(),
        deployment.environmentId(),
        failure.code(),
        failure.message());
  }

  static ReleaseEvents.RolledBack rolledBack(Release release, Deployment deployment) {
    return new ReleaseEvents.RolledBack(
        release.id(),
        release.ref(),
        release.semver(),
        release.projectId(),
        deployment.id(),
        deployment.environment(),
        deployment.environmentId(),
        deployment.rollback().isAutomatic(),
        deployment.rollback().reason(),
        deployment.rollback().by());
  }
}
