package org.freehold.releases.approvals;

import org.freehold.releases.DeploymentId;

/** What the trail tells of a decision: the proof itself is its envelope. */
public record ApprovalChange(
    ReleaseApprovalId id,
    DeploymentId deploymentId,
    String environment,
    ApprovalDecision decision,
    String comment,
    String manifestDigest,
    ApproverKeyId keyId) {}
