package org.freehold.projects;

import java.time.LocalDate;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventType;
import org.freehold.platform.OrNull;
import org.freehold.platform.TeamId;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;

/** What the world hears of projects. */
public final class ProjectEvents {
  private ProjectEvents() {}

  /** A project was made. */
  @EventType(value = "project.created", description = "A project was made.")
  public record Created(
      ProjectId id,
      String name,
      ProjectStatus status,
      Priority priority,
      @OrNull UserId ownerId,
      @OrNull TeamId teamId,
      @OrNull LocalDate endDate,
      @OrNull WorkspaceId workspaceId)
      implements DomainEvent {
    static Created of(ProjectId id, ProjectFields project) {
      return new Created(
          id,
          project.name(),
          project.status(),
          project.priority(),
          project.ownerId(),
          project.teamId(),
          project.endDate(),
          project.workspaceId());
    }
  }

  /** Something of a project was changed. */
  @EventType(value = "project.updated", description = "Something of a project was changed.")
  public record Updated(
      ProjectId id,
      String name,
      ProjectStatus status,
      Priority priority,
      @OrNull UserId ownerId,
      @OrNull TeamId teamId,
      @OrNull LocalDate endDate,
      @OrNull WorkspaceId workspaceId)
      implements DomainEvent {
    static Updated of(ProjectId id, ProjectFields project) {
      return new Updated(
          id,
          project.name(),
          project.status(),
          project.priority(),
          project.ownerId(),
          project.teamId(),
          project.endDate(),
          project.workspaceId());
    }
  }

  /** A project went from one status to another. */
  @EventType(
      value = "project.status_changed",
      description = "A project went from one status to another.")
  public record StatusChanged(
      ProjectId id,
      String name,
      ProjectStatus from,
      ProjectStatus to,
      @OrNull WorkspaceId workspaceId)
      implements DomainEvent {}

  /** A project was archived. */
  @EventType(value = "project.archived", description = "A project was archived.")
  public record Archived(ProjectId id, String name, @OrNull WorkspaceId workspaceId)
      implements DomainEvent {}
}
