package org.freehold.retention;

/** How far a plan is. */
public enum PlanStatus {
  /** A person must approve it. */
  WAITING,
  /** The next run carries it out. */
  APPROVED,
  /** A person said no; somebody may still approve it. */
  REJECTED,
  /** All of it is archived, and an event in the tree says so; it may be removed. */
  CERTIFIED,
  /** It is gone, but for what a hold covers. */
  REMOVED,
  /** It was not carried out: the policy or a hold keeps the month now. */
  WITHDRAWN
}
