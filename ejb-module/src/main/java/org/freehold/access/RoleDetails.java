package org.freehold.access;

import java.time.Instant;
import java.util.List;
import org.freehold.platform.Versioned;
import org.freehold.platform.WorkspaceId;

/**
 * A role.
 *
 * @param parents roles from which everything is inherited
 * @param grants as written, with wildcards
 * @param denies as written, with wildcards
 * @param permissions what it all comes to: every permission that one has who holds only this role
 * @param createdAt and {@code updatedAt}: null for a built-in role
 */
public record RoleDetails(
    String name,
    boolean builtIn,
    String description,
    WorkspaceId workspaceId,
    List<String> parents,
    List<String> grants,
    List<String> denies,
    List<String> permissions,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Versioned {}
