package org.freehold.keys;

import java.time.Instant;
import java.util.List;
import org.freehold.platform.UserId;
import org.freehold.platform.Versioned;

/**
 * An API key as the API tells it: never the key itself.
 *
 * @param prefix its first twelve characters, and {@code lastFour} its last ones
 * @param rateLimitPerHour requests an hour on each node, its own or the installation's
 * @param createdBy its maker: it never may do more than they
 * @param overlapUntil until when the key from before the last rotation is taken; null: not at all
 * @param lastUsedAt a few seconds late
 */
public record ApiKeyDetails(
    ApiKeyId id,
    String name,
    String prefix,
    String lastFour,
    String role,
    List<String> permissions,
    List<String> allowedIps,
    int rateLimitPerHour,
    ApiKeyStatus status,
    UserId createdBy,
    Instant createdAt,
    Instant updatedAt,
    Instant expiresAt,
    Instant rotatedAt,
    Instant overlapUntil,
    Instant revokedAt,
    Instant lastUsedAt,
    long version)
    implements Versioned {}
