package org.freehold.engine.access;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A role as somebody wrote it. What is granted and denied is inherited from the parents, all of it:
 * a child can add, it can never take a parent's deny away.
 *
 * @param aliases other names by which it is found
 * @param parents names or aliases of the roles that it contains
 * @param grants as in {@link PermissionCatalogue}, with wildcards
 * @param denies as in {@link PermissionCatalogue#compileDeny}
 * @param workspaceId the only workspace in which it can be granted and from which it can be
 *     inherited; null for a role of the whole tenant
 */
public record RoleDefinition(
    String name,
    List<String> aliases,
    List<String> parents,
    List<String> grants,
    List<String> denies,
    UUID workspaceId) {

  public RoleDefinition {
    Objects.requireNonNull(name, "name");
    aliases = List.copyOf(aliases);
    parents = List.copyOf(parents);
    grants = List.copyOf(grants);
    denies = List.copyOf(denies);
  }

  /** A role of the whole tenant without parents, aliases or denies. */
  public static RoleDefinition granting(String name, List<String> grants) {
    return new RoleDefinition(name, List.of(), List.of(), grants, List.of(), null);
  }

  RoleDefinition withoutDeny(String entry) {
    List<String> rest = denies.stream().filter(deny -> !deny.equals(entry)).toList();
    return new RoleDefinition(name, aliases, parents, grants, rest, workspaceId);
  }
}
