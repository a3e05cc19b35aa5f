package org.freehold.releases.approvals;

import java.time.Instant;
import org.freehold.platform.UserId;

/**
 * A registered key.
 *
 * @param keyId SHA-256 of the public key (SubjectPublicKeyInfo) in hex, as envelopes name it
 * @param publicKey in PEM
 * @param revokedAt null while approvals may be signed with it
 */
public record ApproverKeyDetails(
    ApproverKeyId id,
    UserId userId,
    String name,
    KeyAlgorithm algorithm,
    String keyId,
    String publicKey,
    Instant createdAt,
    Instant revokedAt) {}
