package org.freehold.projects;

import java.time.LocalDate;
import org.freehold.platform.UserId;

/**
 * What a list of tasks is narrowed to; null: not narrowed. {@code dueAfter} includes its day and
 * {@code dueBefore} does not.
 */
public record TaskFilter(
    ProjectId projectId,
    TaskStatus status,
    Priority priority,
    UserId assigneeId,
    LocalDate dueAfter,
    LocalDate dueBefore) {
  TaskFilter in(ProjectId project) {
    return new TaskFilter(project, status, priority, assigneeId, dueAfter, dueBefore);
  }
}
