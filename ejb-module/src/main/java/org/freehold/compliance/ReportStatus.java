package org.freehold.compliance;

/** Whether a report can be read. */
public enum ReportStatus {
  /** Its run is queued or at work, or waits to be restarted. */
  RUNNING,
  COMPLETED
}
