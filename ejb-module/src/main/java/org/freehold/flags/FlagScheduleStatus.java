package org.freehold.flags;

/** How a planned change stands. */
public enum FlagScheduleStatus {
  PLANNED,
  DONE,
  FAILED
}
