package org.freehold.platform;

/**
 * The Idempotency-Key of a POST, at most 255 characters.
 *
 * @param requestHash SHA-256 of method, path and body: the same key with another request is a
 *     conflict; null while a body that is read as it comes has not been read
 */
public record IdempotencyKey(String key, byte[] requestHash) {}
