package org.freehold.releases;

/** What the last deployment made of a release. */
public enum ReleaseStatus {
  DRAFT,
  PREPARED,
  RELEASED,
  FAILED,
  ROLLED_BACK
}
