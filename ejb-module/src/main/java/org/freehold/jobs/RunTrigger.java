package org.freehold.jobs;

/** What made a run. */
public enum RunTrigger {
  REQUEST,
  SCHEDULE
}
