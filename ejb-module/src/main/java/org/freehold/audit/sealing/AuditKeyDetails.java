package org.freehold.audit.sealing;

import java.time.Instant;

/**
 * A key that signs checkpoints.
 *
 * @param keyId SHA-256 of the DER form of the public key, in hex
 * @param publicKey in PEM, of Ed25519
 * @param verifierKey the same under the name of the log that was asked for (C2SP signed-note)
 */
public record AuditKeyDetails(
    String keyId, String publicKey, String verifierKey, Instant createdAt) {}
