package org.freehold.audit.sealing;

import java.time.Instant;

/**
 * A key that signs checkpoints.
 *
 * @param keyId SHA-256 of the DER form of the public key, in hex
 * @param publicKey in PEM, of Ed25519
 * @param verifierKey the same under the name of the log that was asked for (C2SP signed-note)
 * @param introduction signed by the key before it (C2SP signed-note); null: it was the first
 */
public record AuditKeyDetails(
    String keyId, String publicKey, String verifierKey, Instant createdAt, String introduction) {}
