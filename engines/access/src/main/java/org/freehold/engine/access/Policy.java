package org.freehold.engine.access;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.freehold.engine.access.condition.Condition;

/**
 * A rule with a condition, as somebody wrote it.
 *
 * @param priority among policies of the same effect the highest is named as the one that decided;
 *     it changes no decision
 * @param reportOnly it is told what it would do, and does nothing
 * @param notBefore the first instant at which it counts; null for always
 * @param expires the first instant at which it no longer counts; null for never
 * @param condition null for none: it always applies
 */
public record Policy(
    UUID id,
    String name,
    Effect effect,
    int priority,
    boolean reportOnly,
    Instant notBefore,
    Instant expires,
    Target target,
    Condition condition) {

  /** What a policy does when it applies. */
  public enum Effect {
    ALLOW,
    DENY
  }

  /**
   * What a policy is about. Without any role, user, team and key it is about everybody.
   *
   * @param permissions with wildcards, as in a role's grants or denies
   * @param resourceTypes as in {@code projects}; empty for all
   * @param roles held in the tenant, or in the workspace of the thing; their aliases will do
   */
  public record Target(
      List<String> permissions,
      Set<String> resourceTypes,
      Set<String> roles,
      Set<UUID> users,
      Set<UUID> teams,
      Set<UUID> keys) {

    public Target {
      permissions = List.copyOf(permissions);
      resourceTypes = Set.copyOf(resourceTypes);
      roles = Set.copyOf(roles);
      users = Set.copyOf(users);
      teams = Set.copyOf(teams);
      keys = Set.copyOf(keys);
    }

    public static Target everybody(List<String> permissions) {
      return new Target(permissions, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    public static Target role(String role, List<String> permissions) {
      return new Target(permissions, Set.of(), Set.of(role), Set.of(), Set.of(), Set.of());
    }

    boolean isEverybody() {
      return roles.isEmpty() && users.isEmpty() && teams.isEmpty() && keys.isEmpty();
    }
  }

  public Policy {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(effect, "effect");
    Objects.requireNonNull(target, "target");
  }

  Policy enforced() {
    return new Policy(id, name, effect, priority, false, notBefore, expires, target, condition);
  }
}
