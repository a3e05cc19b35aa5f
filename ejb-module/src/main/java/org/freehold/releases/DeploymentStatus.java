package org.freehold.releases;

import java.util.EnumSet;
import java.util.Set;

/** Where a deployment is; the deployment itself tells which step may follow. */
public enum DeploymentStatus {
  PLANNED,
  AWAITING_APPROVAL,
  PROMOTING,
  VERIFYING,
  SOAKING,
  LIVE,
  SUPERSEDED,
  FAILED,
  ROLLING_BACK,
  ROLLED_BACK,
  DISCARDED;

  /** Waiting to be promoted. */
  public static final Set<DeploymentStatus> OPEN = EnumSet.of(PLANNED, AWAITING_APPROVAL);

  /** Somebody works on it: an environment has one of these at most. */
  public static final Set<DeploymentStatus> AT_WORK =
      EnumSet.of(PROMOTING, VERIFYING, ROLLING_BACK);

  /** What the environment has: one of these at most. */
  public static final Set<DeploymentStatus> IN_PLACE = EnumSet.of(SOAKING, LIVE);

  public boolean isOpen() {
    return OPEN.contains(this);
  }

  public boolean isAtWork() {
    return AT_WORK.contains(this);
  }

  public boolean isInPlace() {
    return IN_PLACE.contains(this);
  }

  /** Nothing happens to it any more by itself. */
  public boolean isAtRest() {
    return !isAtWork() && this != SOAKING && !isOpen();
  }
}
