package org.freehold.access;

import org.freehold.platform.WorkspaceId;

/**
 * What a list of roles is narrowed to; null: not narrowed.
 *
 * @param workspaceId roles that can be held in this workspace only
 */
public record RoleFilter(Boolean builtIn, WorkspaceId workspaceId) {}
