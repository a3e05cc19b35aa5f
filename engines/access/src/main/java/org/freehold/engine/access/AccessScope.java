package org.freehold.engine.access;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a list needs so that its query returns exactly the rows that {@link AccessEngine#sees} would
 * let through, one by one. A row belongs to the list when
 *
 * <pre>
 *    all
 * or workspace_id in adminWorkspaces
 * or (workspace_id is null and tenantWide or workspace_id in workspaces)
 *    and (   visibility is null or visibility = 'public'
 *         or visibility = 'team' and (team_id is null or team_id in teams)
 *         or owner_id = userId
 *         or userId is among the participants)
 * </pre>
 *
 * @param all the subject holds the resource's admin permission in the whole tenant
 * @param tenantWide rows outside any workspace can be seen, as far as their visibility goes
 * @param userId null for an actor that is not a person: owner and participants never match
 * @param teams the teams of the subject
 * @param workspaces workspaces in which rows can be seen, as far as their visibility goes
 * @param adminWorkspaces the part of {@code workspaces} in which every row can be seen
 */
public record AccessScope(
    boolean all,
    boolean tenantWide,
    UUID userId,
    Set<UUID> teams,
    Set<UUID> workspaces,
    Set<UUID> adminWorkspaces) {

  public AccessScope {
    teams = Set.copyOf(teams);
    workspaces = Set.copyOf(workspaces);
    adminWorkspaces = Set.copyOf(adminWorkspaces);
  }

  /** The scope of a subject on the resource with these read and admin permissions. */
  public static AccessScope of(Subject subject, int readIndex, int adminIndex) {
    Set<UUID> readable = new HashSet<>();
    Set<UUID> administered = new HashSet<>();
    for (Map.Entry<UUID, PermissionSet> entry : subject.workspacePermissions().entrySet()) {
      boolean admin = entry.getValue().has(adminIndex);
      if (admin) {
        administered.add(entry.getKey());
      }
      if (admin || entry.getValue().has(readIndex)) {
        readable.add(entry.getKey());
      }
    }
    boolean all = subject.tenantPermissions().has(adminIndex);
    boolean tenantWide = all || subject.tenantPermissions().has(readIndex);
    return new AccessScope(
        all, tenantWide, subject.userId(), subject.teams(), readable, administered);
  }

  /** Whether every such query would be empty, so that it need not be asked. */
  public boolean isEmpty() {
    return !all && !tenantWide && workspaces.isEmpty();
  }
}
