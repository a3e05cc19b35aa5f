package org.freehold.engine.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The eight roles of the wire contract and what they may. Where a role counts (platform, tenant,
 * workspace) is the caller's business: {@code super_admin} holds everything on the platform only,
 * {@code tenant_admin} everything within one tenant.
 */
public final class BuiltInRoles {

  private static final Map<String, String> ALIASES =
      Map.of("admin", "tenant_admin", "read_only", "viewer", "user", "viewer");

  private static final Map<String, List<String>> GRANTS = grants();

  private static final Map<String, PermissionSet> COMPILED = compiled();

  private BuiltInRoles() {}

  /** The role's own name for a name or an alias of it. */
  public static Optional<String> canonical(String nameOrAlias) {
    if (nameOrAlias == null) {
      return Optional.empty();
    }
    String name = ALIASES.getOrDefault(nameOrAlias, nameOrAlias);
    return Optional.of(name).filter(GRANTS::containsKey);
  }

  /** Whether it is held on the platform only and never within a tenant. */
  public static boolean isOfThePlatform(String nameOrAlias) {
    return canonical(nameOrAlias).filter("super_admin"::equals).isPresent();
  }

  /** Canonical names, the most powerful first. */
  public static Set<String> names() {
    return GRANTS.keySet();
  }

  /** Throws {@link IllegalArgumentException} when the role is not built in. */
  public static List<String> grantsOf(String role) {
    return GRANTS.get(known(role));
  }

  /**
   * What all these roles give together, over {@link PermissionCatalogue#builtIn()}; throws {@link
   * IllegalArgumentException} when one is not built in.
   */
  public static PermissionSet permissionsOf(Collection<String> roles) {
    PermissionSet permissions = PermissionSet.NONE;
    for (String role : roles) {
      permissions = permissions.union(COMPILED.get(known(role)));
    }
    return permissions;
  }

  private static String known(String role) {
    return canonical(role)
        .orElseThrow(() -> new IllegalArgumentException("Not a built-in role: " + role));
  }

  private static Map<String, List<String>> grants() {
    Map<String, List<String>> roles = new LinkedHashMap<>();
    roles.put("super_admin", List.of("*:*"));
    roles.put("tenant_admin", List.of("*:*"));
    roles.put(
        "manager",
        expand(
            "projects,tasks,files,teams:admin",
            "users:write",
            "environments:read",
            "releases:write,approve",
            "flags,webhooks,usage,analytics,audit,templates:read"));
    roles.put(
        "database_admin",
        expand(
            "database:*",
            "environments:admin",
            "releases:write,promote,rollback",
            "jobs,audit,projects:read"));
    roles.put(
        "developer",
        expand(
            "projects,tasks,files,flags,webhooks,api_keys:write",
            "releases:write",
            "environments,users,teams,analytics:read"));
    roles.put(
        "analyst", expand("analytics,usage,audit,compliance,projects,tasks:read", "audit:export"));
    roles.put("member", expand("tasks,files:write", "projects,teams,users:read"));
    roles.put(
        "viewer", expand("projects,tasks,files,teams,users,environments,releases,flags:read"));
    return Collections.unmodifiableMap(roles);
  }

  /** Takes the contract's shorthand: {@code a,b:x,y} is every pair of resource and action. */
  private static List<String> expand(String... shorthands) {
    List<String> expanded = new ArrayList<>();
    for (String shorthand : shorthands) {
      String[] sides = shorthand.split(":");
      for (String resource : sides[0].split(",")) {
        for (String action : sides[1].split(",")) {
          expanded.add(resource + ":" + action);
        }
      }
    }
    return List.copyOf(expanded);
  }

  private static Map<String, PermissionSet> compiled() {
    Map<String, PermissionSet> compiled = new LinkedHashMap<>();
    GRANTS.forEach(
        (role, grants) -> compiled.put(role, PermissionCatalogue.builtIn().compile(grants)));
    return Map.copyOf(compiled);
  }
}
