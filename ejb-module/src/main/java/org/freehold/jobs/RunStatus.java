package org.freehold.jobs;

/** Where a run is; the run itself tells which step may follow. */
public enum RunStatus {
  QUEUED,
  RUNNING,
  STOPPING,
  COMPLETED,
  FAILED,
  STOPPED,
  ABANDONED;

  /** Nothing happens to it any more by itself. */
  public boolean ended() {
    return this == COMPLETED || this == FAILED || this == STOPPED || this == ABANDONED;
  }
}
