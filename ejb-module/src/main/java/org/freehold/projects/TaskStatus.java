package org.freehold.projects;

/** How far a task is. Any state may follow any other. */
public enum TaskStatus {
  TODO,
  IN_PROGRESS,
  IN_REVIEW,
  DONE,
  CANCELLED
}
