package org.freehold.webhooks;

/** Where a replay is. */
public enum ReplayStatus {
  RUNNING,
  /** All of its deliveries have ended, one way or another. */
  COMPLETED,
  CANCELLED
}
