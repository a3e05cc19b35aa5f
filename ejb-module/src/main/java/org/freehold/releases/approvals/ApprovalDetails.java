package org.freehold.releases.approvals;

import java.time.Instant;
import org.freehold.environments.EnvironmentId;
import org.freehold.platform.UserId;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.ReleaseId;

/**
 * What somebody said of a planned deployment.
 *
 * @param releaseId what people call the release: {@code rel_20260115_1200}
 * @param environment as it was called when the deployment was planned
 * @param manifestDigest of the plan that it is about; it holds for no other
 * @param keyId the registered key that signed it; null when the installation alone witnessed it
 */
public record ApprovalDetails(
    ReleaseApprovalId id,
    String releaseId,
    ReleaseId release,
    DeploymentId deploymentId,
    String environment,
    EnvironmentId environmentId,
    UserId userId,
    ApprovalDecision decision,
    String comment,
    String manifestDigest,
    ApproverKeyId keyId,
    Instant at) {}
