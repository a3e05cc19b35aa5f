package org.freehold.releases.gates;

/** What must be passed on the way into an environment, in the order in which it is asked. */
public enum Gate {
  /** The release is live, and has soaked, in the environment before. */
  UPSTREAM,
  /** As many others as the environment wants have approved, and nobody has rejected. */
  APPROVALS,
  /** No freeze is on. */
  FREEZE,
  /** The environment is as it was when the plan was made. */
  FINGERPRINT,
  /** What the plan touches is backed up, and the backup can be restored. */
  BACKUP,
  /** With the release in place the environment is well. */
  HEALTH
}
