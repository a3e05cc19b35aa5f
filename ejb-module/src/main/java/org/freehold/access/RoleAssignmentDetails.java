package org.freehold.access;

import java.time.Instant;
import java.util.UUID;
import org.freehold.platform.TeamId;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;

/**
 * A role that a user, a team or an API key holds.
 *
 * @param createdBy who gave it; null for the product itself
 */
public record RoleAssignmentDetails(
    RoleAssignmentId id,
    String role,
    UserId userId,
    TeamId teamId,
    UUID apiKeyId,
    WorkspaceId workspaceId,
    Instant notBefore,
    Instant expiresAt,
    UserId createdBy,
    Instant createdAt) {}
