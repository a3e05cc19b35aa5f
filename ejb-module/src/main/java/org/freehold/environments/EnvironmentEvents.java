package org.freehold.environments;

import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventType;
import org.freehold.platform.OrNull;
import org.freehold.projects.ProjectId;

/** What the world hears of environments. */
public final class EnvironmentEvents {
  private EnvironmentEvents() {}

  /** An environment was made. */
  @EventType(value = "environment.created", description = "An environment was made.")
  public record Created(EnvironmentId id, String name, @OrNull ProjectId projectId, int position)
      implements DomainEvent {}

  /**
   * A release went live in an environment, or was rolled back there; null when none is left in it.
   */
  @EventType(
      value = "environment.deployed",
      description = "A release changed an environment, forward or back.")
  public record Deployed(
      EnvironmentId id,
      String name,
      @OrNull ProjectId projectId,
      @OrNull String release,
      String fingerprint)
      implements DomainEvent {}

  /** An environment is not as releases left it. */
  @EventType(
      value = "environment.drifted",
      description = "An environment is no longer as releases left it.")
  public record Drifted(EnvironmentId id, String name, @OrNull ProjectId projectId, int differences)
      implements DomainEvent {}
}
