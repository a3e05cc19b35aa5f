package org.freehold.releases.approvals;

import java.time.Instant;
import java.util.Map;

/**
 * A key with which the installation witnesses approvals; its public half.
 *
 * @param keyId SHA-256 of the public key (SubjectPublicKeyInfo) in hex, as envelopes name it
 * @param publicKey in PEM
 * @param jwk as RFC 7517 and RFC 8037 write it
 * @param signs whether new approvals are signed with it; older ones only verify
 */
public record PlatformKey(
    String keyId,
    KeyAlgorithm algorithm,
    String publicKey,
    Map<String, String> jwk,
    boolean signs,
    Instant createdAt) {}
