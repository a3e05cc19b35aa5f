package org.freehold.web.projects;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.freehold.platform.UserId;
import org.freehold.projects.Priority;
import org.freehold.projects.ProjectId;
import org.freehold.projects.TaskFilter;
import org.freehold.projects.TaskStatus;
import org.freehold.web.openapi.OneOf;

/** The filters of the lists of tasks. */
public class TaskParameters {
  @OneOf(TaskStatus.class)
  @QueryParam("status")
  private String status;

  @OneOf(Priority.class)
  @QueryParam("priority")
  private String priority;

  @QueryParam("assignee_id")
  private UserId assigneeId;

  @QueryParam("due_after")
  private LocalDate dueAfter;

  @QueryParam("due_before")
  private LocalDate dueBefore;

  /** The project may be null: tasks of all of them. */
  TaskFilter filter(ProjectId project) {
    return new TaskFilter(
        project,
        Choice.of(TaskStatus.class, "status", status),
        Choice.of(Priority.class, "priority", priority),
        assigneeId,
        dueAfter,
        dueBefore);
  }
}
