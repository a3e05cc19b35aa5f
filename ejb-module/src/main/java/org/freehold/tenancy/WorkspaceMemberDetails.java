package org.freehold.tenancy;

import java.time.Instant;
import java.util.UUID;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;

/** Somebody's membership of a workspace as the API tells it. */
public record WorkspaceMemberDetails(
    UUID id, WorkspaceId workspaceId, UserId userId, String role, Instant createdAt) {}
