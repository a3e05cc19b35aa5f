package org.freehold.identity;

import java.time.Instant;

/** A session of the caller's; {@code current} marks the one that asks. */
public record SessionDetails(
    SessionId id,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt,
    String ipAddress,
    String userAgent,
    boolean current) {}
