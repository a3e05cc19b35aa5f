package org.freehold.releases;

import org.freehold.environments.EnvironmentId;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventType;
import org.freehold.platform.OrNull;
import org.freehold.platform.UserId;
import org.freehold.projects.ProjectId;

/** What the world hears of releases. */
public final class ReleaseEvents {
  private ReleaseEvents() {}

  /** Planned for an environment. */
  @EventType(
      value = "release.prepared",
      description = "A release was planned for an environment and tried out on a copy of it.")
  public record Prepared(
      ReleaseId id,
      String releaseId,
      String version,
      @OrNull ProjectId projectId,
      DeploymentId deploymentId,
      String environment,
      EnvironmentId environmentId,
      String manifestDigest,
      @OrNull UserId preparedBy)
      implements DomainEvent {}

  /** In place in an environment. */
  @EventType(
      value = "release.promoted",
      description = "A release is in place in an environment and was found healthy.")
  public record Promoted(
      ReleaseId id,
      String releaseId,
      String version,
      @OrNull ProjectId projectId,
      DeploymentId deploymentId,
      String environment,
      EnvironmentId environmentId,
      String manifestDigest,
      @OrNull UserId requestedBy)
      implements DomainEvent {}

  /** It could not be promoted, or not be undone. */
  @EventType(
      value = "release.failed",
      description =
          "A release could not be promoted, and release.rollback follows where anything was done; or"
              + " it could not be undone, and is still in place or half undone.")
  public record Failed(
      ReleaseId id,
      String releaseId,
      String version,
      @OrNull ProjectId projectId,
      DeploymentId deploymentId,
      String environment,
      EnvironmentId environmentId,
      String code,
      @OrNull String message)
      implements DomainEvent {}

  /** Undone in an environment. */
  @EventType(
      value = "release.rollback",
      description = "A release was undone in an environment, by itself or because somebody asked.")
  public record RolledBack(
      ReleaseId id,
      String releaseId,
      String version,
      @OrNull ProjectId projectId,
      DeploymentId deploymentId,
      String environment,
      EnvironmentId environmentId,
      boolean automatic,
      @OrNull String reason,
      @OrNull UserId requestedBy)
      implements DomainEvent {}
}
