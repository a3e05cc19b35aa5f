package org.freehold.environments;

/** Whether an environment is as releases left it. */
public enum DriftState {
  /** Nothing was deployed yet, or nobody has looked. */
  UNKNOWN,
  IN_SYNC,
  DRIFTED
}
