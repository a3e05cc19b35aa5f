package org.freehold.access;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.freehold.platform.TeamId;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;

/**
 * Gives a role to exactly one of a user, a team with all its members, and an API key.
 *
 * @param role by canonical name or alias
 * @param workspaceId the only workspace in which it counts; null: the whole tenant
 * @param notBefore the first moment at which it counts; null: at once
 * @param expiresAt the first moment at which it no longer counts; null: never
 */
public record RoleAssignmentFields(
    @NotNull @Size(max = 63) String role,
    UserId userId,
    TeamId teamId,
    UUID apiKeyId,
    WorkspaceId workspaceId,
    Instant notBefore,
    Instant expiresAt) {}
