package org.freehold.engine.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * All roles of one tenant, the built-in ones and its own, compiled. Immutable and for many threads.
 */
public final class RoleGraph {

  /** Custom roles of a tenant, those of its workspaces included. */
  public static final int MAX_ROLES = 1_000;

  public static final int MAX_PARENTS = 16;
  public static final int MAX_ALIASES = 8;

  /** Grants and denies of one role together. */
  public static final int MAX_ENTRIES = 256;

  /** Custom roles along one line of inheritance. */
  public static final int MAX_DEPTH = 16;

  /** What a name or alias looks like. */
  public static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{1,62}");

  private static final RoleGraph BUILT_IN = of(PermissionCatalogue.builtIn(), List.of());

  private final PermissionCatalogue catalogue;
  private final Map<String, RoleDefinition> definitions = new LinkedHashMap<>();
  private final Map<String, String> canonical = new HashMap<>();
  private final Map<String, RoleSet> compiled = new HashMap<>();
  private final Map<Set<String>, RoleSet> interned = new ConcurrentHashMap<>();

  private RoleGraph(PermissionCatalogue catalogue, Collection<RoleDefinition> custom) {
    this.catalogue = catalogue;
    for (String name : BuiltInRoles.names()) {
      add(RoleDefinition.granting(name, BuiltInRoles.grantsOf(name)));
    }
    custom.forEach(this::add);
    definitions.values().forEach(this::compile);
  }

  /** Everything that is wrong with these roles beside the built-in ones; empty when nothing is. */
  public static List<RoleFault> check(
      PermissionCatalogue catalogue, Collection<RoleDefinition> custom) {
    return RoleChecker.check(catalogue, custom);
  }

  /** Throws {@link RolesRefused} when {@link #check} finds a fault. */
  public static RoleGraph of(PermissionCatalogue catalogue, Collection<RoleDefinition> custom) {
    List<RoleFault> faults = check(catalogue, custom);
    if (!faults.isEmpty()) {
      throw new RolesRefused(faults);
    }
    return new RoleGraph(catalogue, custom);
  }

  /** Of a tenant without roles of its own. */
  public static RoleGraph builtIn() {
    return BUILT_IN;
  }

  public PermissionCatalogue catalogue() {
    return catalogue;
  }

  /** Own names, the built-in ones first. */
  public Collection<RoleDefinition> roles() {
    return List.copyOf(definitions.values());
  }

  /** The role's own name for a name or an alias of it. */
  public Optional<String> canonical(String nameOrAlias) {
    return BuiltInRoles.canonical(nameOrAlias)
        .or(() -> Optional.ofNullable(nameOrAlias).map(canonical::get));
  }

  /** Throws {@link IllegalArgumentException} when there is no such role. */
  public RoleDefinition definition(String nameOrAlias) {
    return definitions.get(known(nameOrAlias));
  }

  /** What one role comes to; throws {@link IllegalArgumentException} when there is none. */
  public RoleSet role(String nameOrAlias) {
    return compiled.get(known(nameOrAlias));
  }

  /**
   * What these roles come to together, the same object for the same roles; throws {@link
   * IllegalArgumentException} when there is no such role.
   */
  public RoleSet together(Collection<String> namesOrAliases) {
    if (namesOrAliases.isEmpty()) {
      return RoleSet.NONE;
    }
    Set<String> names = new HashSet<>();
    namesOrAliases.forEach(name -> names.add(known(name)));
    return interned.computeIfAbsent(Set.copyOf(names), this::union);
  }

  /** The roles that contain this one, directly or not, and itself. */
  public Set<String> descendants(String nameOrAlias) {
    String name = known(nameOrAlias);
    Set<String> found = new TreeSet<>();
    compiled.forEach(
        (role, set) -> {
          if (set.names().contains(name)) {
            found.add(role);
          }
        });
    return found;
  }

  private void add(RoleDefinition role) {
    definitions.put(role.name(), role);
    canonical.put(role.name(), role.name());
    role.aliases().forEach(alias -> canonical.put(alias, role.name()));
  }

  private RoleSet compile(RoleDefinition role) {
    RoleSet known = compiled.get(role.name());
    if (known != null) {
      return known;
    }
    Set<String> names = new HashSet<>(Set.of(role.name()));
    PermissionSet granted = catalogue.compile(role.grants());
    PermissionSet denied = catalogue.compileDeny(role.denies());
    for (String parent : role.parents()) {
      RoleSet inherited = compile(definition(parent));
      names.addAll(inherited.names());
      granted = granted.union(inherited.granted());
      denied = denied.union(inherited.denied());
    }
    RoleSet set = new RoleSet(names, granted, denied);
    compiled.put(role.name(), set);
    return set;
  }

  private RoleSet union(Set<String> names) {
    List<RoleSet> sets = new ArrayList<>();
    names.forEach(name -> sets.add(compiled.get(name)));
    if (sets.size() == 1) {
      return sets.get(0);
    }
    Set<String> all = new HashSet<>();
    PermissionSet granted = PermissionSet.NONE;
    PermissionSet denied = PermissionSet.NONE;
    for (RoleSet set : sets) {
      all.addAll(set.names());
      granted = granted.union(set.granted());
      denied = denied.union(set.denied());
    }
    return new RoleSet(all, granted, denied);
  }

  private String known(String nameOrAlias) {
    return canonical(nameOrAlias)
        .orElseThrow(() -> new IllegalArgumentException("Unknown role: " + nameOrAlias));
  }
}
