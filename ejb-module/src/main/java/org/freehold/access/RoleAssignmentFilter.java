package org.freehold.access;

import java.util.UUID;
import org.freehold.platform.TeamId;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;

/** What a list of role assignments is narrowed to; null: not narrowed. */
public record RoleAssignmentFilter(
    String role, UserId userId, TeamId teamId, UUID apiKeyId, WorkspaceId workspaceId) {}
