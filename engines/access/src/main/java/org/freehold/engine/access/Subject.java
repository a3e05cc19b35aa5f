package org.freehold.engine.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who asks, within one tenant.
 *
 * @param userId the person, or null for an actor that is none: it owns nothing and takes part in
 *     nothing
 * @param tenantPermissions from roles held in the whole tenant
 * @param workspacePermissions an entry for every workspace that the subject is a member of, with
 *     the permissions that hold inside; they always contain the tenant's, and are completed if not
 * @param teams the teams that the subject is a member of
 */
public record Subject(
    UUID userId,
    PermissionSet tenantPermissions,
    Map<UUID, PermissionSet> workspacePermissions,
    Set<UUID> teams) {

  public Subject {
    workspacePermissions = completed(workspacePermissions, tenantPermissions);
    teams = Set.copyOf(teams);
  }

  private static Map<UUID, PermissionSet> completed(
      Map<UUID, PermissionSet> workspaces, PermissionSet tenantWide) {
    for (PermissionSet permissions : workspaces.values()) {
      if (!permissions.containsAll(tenantWide)) {
        Map<UUID, PermissionSet> completed = new HashMap<>(workspaces);
        completed.replaceAll((workspace, held) -> held.union(tenantWide));
        return Map.copyOf(completed);
      }
    }
    return Map.copyOf(workspaces);
  }
}
