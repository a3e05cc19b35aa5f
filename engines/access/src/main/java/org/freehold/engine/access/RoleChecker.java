package org.freehold.engine.access;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.freehold.engine.access.RoleFault.Code;

/** Finds what is wrong with a tenant's roles. */
final class RoleChecker {

  private final PermissionCatalogue catalogue;
  private final List<RoleDefinition> roles;
  private final Map<String, RoleDefinition> byName = new HashMap<>();
  private final Map<String, Integer> depths = new HashMap<>();
  private final List<RoleFault> faults = new ArrayList<>();

  private RoleChecker(PermissionCatalogue catalogue, Collection<RoleDefinition> roles) {
    this.catalogue = catalogue;
    this.roles = List.copyOf(roles);
  }

  static List<RoleFault> check(PermissionCatalogue catalogue, Collection<RoleDefinition> roles) {
    if (roles.size() > RoleGraph.MAX_ROLES) {
      return List.of(
          RoleFault.of(Code.TOO_MANY_ROLES, null, Integer.toString(RoleGraph.MAX_ROLES)));
    }
    return new RoleChecker(catalogue, roles).check();
  }

  private List<RoleFault> check() {
    roles.forEach(this::checkNames);
    for (RoleDefinition role : roles) {
      checkSizes(role);
      checkParents(role);
      checkEntries(role, role.grants());
      checkEntries(role, role.denies());
    }
    roles.forEach(role -> depth(role, new ArrayDeque<>()));
    return List.copyOf(faults);
  }

  private void checkNames(RoleDefinition role) {
    List<String> names = new ArrayList<>(role.aliases());
    names.add(0, role.name());
    for (String name : names) {
      if (!RoleGraph.NAME.matcher(name).matches()) {
        add(Code.MALFORMED_NAME, role, name);
      } else if (BuiltInRoles.canonical(name).isPresent()) {
        add(Code.BUILT_IN_NAME, role, name);
      } else if (byName.putIfAbsent(name, role) != null) {
        add(Code.TAKEN_NAME, role, name);
      }
    }
  }

  private void checkSizes(RoleDefinition role) {
    limit(Code.TOO_MANY_ALIASES, role, role.aliases().size(), RoleGraph.MAX_ALIASES);
    limit(Code.TOO_MANY_PARENTS, role, role.parents().size(), RoleGraph.MAX_PARENTS);
    int entries = role.grants().size() + role.denies().size();
    limit(Code.TOO_MANY_ENTRIES, role, entries, RoleGraph.MAX_ENTRIES);
  }

  private void limit(Code code, RoleDefinition role, int size, int most) {
    if (size > most) {
      add(code, role, Integer.toString(most));
    }
  }

  private void checkParents(RoleDefinition role) {
    for (String parent : role.parents()) {
      RoleDefinition found = byName.get(parent);
      if (found != null) {
        boolean reachable =
            found.workspaceId() == null || Objects.equals(found.workspaceId(), role.workspaceId());
        if (!reachable) {
          add(Code.PARENT_ELSEWHERE, role, parent);
        }
      } else if (BuiltInRoles.canonical(parent).isEmpty()) {
        add(Code.UNKNOWN_PARENT, role, parent);
      } else if (BuiltInRoles.isOfThePlatform(parent)) {
        add(Code.PLATFORM_PARENT, role, parent);
      }
    }
  }

  private void checkEntries(RoleDefinition role, List<String> entries) {
    for (String entry : entries) {
      if (!catalogue.isGrant(entry)) {
        add(Code.UNKNOWN_PERMISSION, role, entry);
      }
    }
  }

  /** How many roles there are along the longest line of custom parents; finds cycles on its way. */
  private int depth(RoleDefinition role, Deque<String> way) {
    Integer known = depths.get(role.name());
    if (known != null) {
      return known;
    }
    way.addLast(role.name());
    int deepest = 0;
    Set<RoleDefinition> parents = new LinkedHashSet<>();
    role.parents().stream().map(byName::get).filter(Objects::nonNull).forEach(parents::add);
    for (RoleDefinition parent : parents) {
      if (way.contains(parent.name())) {
        addCycle(way, parent.name());
      } else {
        deepest = Math.max(deepest, depth(parent, way));
      }
    }
    way.removeLast();
    if (deepest + 1 == RoleGraph.MAX_DEPTH + 1) {
      add(Code.TOO_DEEP, role, Integer.toString(RoleGraph.MAX_DEPTH));
    }
    depths.put(role.name(), deepest + 1);
    return deepest + 1;
  }

  private void addCycle(Deque<String> way, String again) {
    List<String> names = new ArrayList<>(way);
    List<String> cycle = new ArrayList<>(names.subList(names.indexOf(again), names.size()));
    cycle.add(again);
    faults.add(new RoleFault(Code.CYCLE, again, cycle.get(cycle.size() - 2), cycle));
  }

  private void add(Code code, RoleDefinition role, String entry) {
    faults.add(RoleFault.of(code, role.name(), entry));
  }
}
