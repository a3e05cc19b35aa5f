package org.freehold.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventType;
import org.freehold.platform.OrNull;
import org.freehold.platform.TeamId;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;

/** What others may hear of roles. */
public final class AccessEvents {
  private AccessEvents() {}

  @EventType(value = "role.created", description = "A tenant made a role of its own.")
  public record RoleCreated(
      String name,
      @OrNull WorkspaceId workspaceId,
      List<String> parents,
      List<String> grants,
      List<String> denies)
      implements DomainEvent {}

  @EventType(
      value = "role.updated",
      description = "A role grants, denies or inherits something else, or is described otherwise.")
  public record RoleUpdated(
      String name,
      @OrNull WorkspaceId workspaceId,
      List<String> parents,
      List<String> grants,
      List<String> denies)
      implements DomainEvent {}

  @EventType(value = "role.deleted", description = "A role is gone.")
  public record RoleDeleted(String name, @OrNull WorkspaceId workspaceId) implements DomainEvent {}

  @EventType(
      value = "role_assignment.created",
      description = "A user, a team or an API key was given a role, perhaps for a time.")
  public record RoleAssigned(
      UUID id,
      String role,
      @OrNull UserId userId,
      @OrNull TeamId teamId,
      @OrNull UUID apiKeyId,
      @OrNull WorkspaceId workspaceId,
      @OrNull Instant notBefore,
      @OrNull Instant expiresAt)
      implements DomainEvent {}

  @EventType(
      value = "role_assignment.deleted",
      description = "A role was taken from a user, a team or an API key. Its end by time is none.")
  public record RoleTaken(
      UUID id,
      String role,
      @OrNull UserId userId,
      @OrNull TeamId teamId,
      @OrNull UUID apiKeyId,
      @OrNull WorkspaceId workspaceId)
      implements DomainEvent {}
}
