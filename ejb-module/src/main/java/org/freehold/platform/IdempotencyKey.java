package org.freehold.platform;

/**
 * The Idempotency-Key of a POST, at most 255 characters.
 *
 * @param requestHash SHA-256 of method, path and body: the same key with another request is a
 *     conflict
 */
public record IdempotencyKey(String key, byte[] requestHash) {}
