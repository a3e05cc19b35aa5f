package org.freehold.projects;

import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventType;
import org.freehold.platform.OrNull;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;

/** What the world hears of tasks. */
public final class TaskEvents {
  private TaskEvents() {}

  /** A task was made. */
  @EventType(value = "task.created", description = "A task was made.")
  public record Created(
      TaskId id,
      ProjectId projectId,
      String title,
      TaskStatus status,
      Priority priority,
      @OrNull UserId assigneeId,
      @OrNull WorkspaceId workspaceId)
      implements DomainEvent {
    static Created of(TaskId id, TaskFields task, WorkspaceId workspace) {
      return new Created(
          id,
          task.projectId(),
          task.title(),
          task.status(),
          task.priority(),
          task.assigneeId(),
          workspace);
    }
  }

  /** Something of a task was changed. */
  @EventType(value = "task.updated", description = "Something of a task was changed.")
  public record Updated(
      TaskId id,
      ProjectId projectId,
      String title,
      TaskStatus status,
      Priority priority,
      @OrNull UserId assigneeId,
      @OrNull WorkspaceId workspaceId)
      implements DomainEvent {
    static Updated of(TaskId id, TaskFields task, WorkspaceId workspace) {
      return new Updated(
          id,
          task.projectId(),
          task.title(),
          task.status(),
          task.priority(),
          task.assigneeId(),
          workspace);
    }
  }

  /** A task became done. */
  @EventType(value = "task.completed", description = "A task became done.")
  public record Completed(
      TaskId id,
      ProjectId projectId,
      String title,
      @OrNull UserId assigneeId,
      @OrNull WorkspaceId workspaceId)
      implements DomainEvent {}
}
