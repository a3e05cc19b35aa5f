package org.freehold.releases.approvals;

import jakarta.json.JsonValue;
import org.freehold.platform.UserId;
import org.freehold.releases.DeploymentId;

/**
 * What an approver with a registered key signs.
 *
 * @param approver whose signature it takes: the caller's
 * @param payload the statement's bytes, in base64
 * @param pae what is signed: the pre-authentication encoding of DSSE over type and payload, in
 *     base64
 * @param statement the same statement, to read
 */
public record StatementToSign(
    DeploymentId deploymentId,
    UserId approver,
    ApprovalDecision decision,
    String manifestDigest,
    String payloadType,
    String payload,
    String pae,
    JsonValue statement) {}
