package org.freehold.projects;

/** How urgent a project or task is, in rising order. */
public enum Priority {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /** 1 for low to 4 for critical: lists sort by it. */
  public int rank() {
    return ordinal() + 1;
  }
}
