package org.freehold.releases.approvals;

/** What somebody said of a deployment that was planned. */
public enum ApprovalDecision {
  APPROVED,
  REJECTED
}
