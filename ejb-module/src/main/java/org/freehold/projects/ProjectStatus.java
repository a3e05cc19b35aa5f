package org.freehold.projects;

/** How far a project is. Any state may follow any other. */
public enum ProjectStatus {
  ACTIVE,
  PAUSED,
  COMPLETED,
  ARCHIVED
}
