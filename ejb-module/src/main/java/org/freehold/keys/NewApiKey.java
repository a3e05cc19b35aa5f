package org.freehold.keys;

import java.time.Instant;
import java.util.List;
import org.freehold.platform.Secret;
import org.freehold.platform.UserId;
import org.freehold.platform.Versioned;

/**
 * A key that was just made or rotated.
 *
 * @param key told this once; null when the request is repeated with its Idempotency-Key
 */
public record NewApiKey(
    ApiKeyId id,
    @Secret String key,
    String name,
    String prefix,
    String lastFour,
    String role,
    List<String> permissions,
    List<String> allowedIps,
    int rateLimitPerHour,
    UserId createdBy,
    Instant createdAt,
    Instant expiresAt,
    Instant overlapUntil,
    long version)
    implements Versioned {}
