package org.freehold.releases.approvals;

import org.freehold.environments.EnvironmentId;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventType;
import org.freehold.platform.OrNull;
import org.freehold.platform.UserId;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.ReleaseId;

/** What the world hears of decisions about releases. */
public final class ApprovalEvents {
  private ApprovalEvents() {}

  /** Somebody approved. */
  @EventType(
      value = "release.approved",
      description = "Somebody approved a release for an environment.")
  public record Approved(
      ReleaseId id,
      String releaseId,
      DeploymentId deploymentId,
      String environment,
      EnvironmentId environmentId,
      UserId by,
      int given,
      int required)
      implements DomainEvent {}

  /** Somebody rejected. */
  @EventType(
      value = "release.rejected",
      description = "Somebody rejected a release for an environment.")
  public record Rejected(
      ReleaseId id,
      String releaseId,
      DeploymentId deploymentId,
      String environment,
      EnvironmentId environmentId,
      UserId by,
      @OrNull String comment)
      implements DomainEvent {}
}
