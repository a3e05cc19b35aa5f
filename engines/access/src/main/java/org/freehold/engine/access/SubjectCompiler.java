package org.freehold.engine.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Works out what one subject of a snapshot holds, and when. */
final class SubjectCompiler {

  private final RoleGraph roles;
  private final PolicyBook policies;
  private final Map<UUID, List<Grant>> grants;
  // One object for equal places: people share them, and so do the processor's caches.
  private final Map<Place.Parts, Place> places = new ConcurrentHashMap<>();

  SubjectCompiler(RoleGraph roles, PolicyBook policies, Map<UUID, List<Grant>> grants) {
    this.roles = roles;
    this.policies = policies;
    this.grants = grants;
  }

  /**
   * As it is at a moment, and behind it as it is later.
   *
   * @param maker null for a person and for a key of the tenant itself
   */
  Subject compile(SubjectFacts facts, SubjectFacts maker, Instant since) {
    List<Grant> own = grantsOf(facts);
    List<Grant> makers = maker == null ? List.of() : grantsOf(maker);
    TreeSet<Instant> starts = new TreeSet<>();
    Stream.concat(own.stream(), makers.stream())
        .flatMap(grant -> Stream.of(grant.notBefore(), grant.expires()))
        .filter(start -> start != null && start.isAfter(since))
        .forEach(starts::add);
    Subject later = null;
    Instant laterFrom = null;
    for (Instant start : starts.descendingSet()) {
      later = subject(facts, own, maker, makers, start).followedBy(later, laterFrom);
      laterFrom = start;
    }
    return subject(facts, own, maker, makers, since).followedBy(later, laterFrom);
  }

  /** The same at the one moment only. */
  Subject compileAt(SubjectFacts facts, SubjectFacts maker, Instant now) {
    return subject(facts, grantsOf(facts), maker, maker == null ? List.of() : grantsOf(maker), now);
  }

  /** Directly and through teams. */
  List<Grant> grantsOf(SubjectFacts facts) {
    Grant.Holder direct =
        facts.kind() == Subject.Kind.USER ? Grant.Holder.USER : Grant.Holder.API_KEY;
    List<Grant> all = new ArrayList<>(grantsOf(facts.id(), direct));
    facts.teams().forEach(team -> all.addAll(grantsOf(team, Grant.Holder.TEAM)));
    all.removeIf(grant -> !counts(grant));
    return all;
  }

  private List<Grant> grantsOf(UUID holder, Grant.Holder kind) {
    return grants.getOrDefault(holder, List.of()).stream()
        .filter(grant -> grant.holder() == kind)
        .toList();
  }

  /** A role that is gone gives nothing, nor does one outside its workspace. */
  private boolean counts(Grant grant) {
    return roles
        .canonical(grant.role())
        .map(roles::definition)
        .filter(
            role -> role.workspaceId() == null || role.workspaceId().equals(grant.workspaceId()))
        .isPresent();
  }

  private Subject subject(
      SubjectFacts facts, List<Grant> own, SubjectFacts maker, List<Grant> makers, Instant now) {
    if (!facts.active() || maker != null && !maker.active()) {
      return new Subject(
          facts.kind(),
          facts.id(),
          facts.profile(),
          Set.of(),
          Place.NOTHING,
          Map.of(),
          null,
          null,
          null);
    }
    if (facts.kind() == Subject.Kind.USER) {
      return person(facts, at(own, now));
    }
    Subject makerNow = maker == null ? null : person(maker, at(makers, now));
    return key(facts, at(own, now), makerNow);
  }

  private static List<Grant> at(List<Grant> grants, Instant now) {
    return grants.stream().filter(grant -> grant.countsAt(now)).toList();
  }

  private Subject person(SubjectFacts facts, List<Grant> grants) {
    RoleSet tenantWide = rolesIn(grants, null);
    Map<UUID, Place> places = new HashMap<>();
    for (UUID workspace : workspaces(facts, grants)) {
      RoleSet inside = rolesIn(grants, workspace);
      boolean member = facts.workspaces().contains(workspace) || !inside.granted().isEmpty();
      places.put(workspace, place(facts, both(tenantWide, inside), member));
    }
    Place tenant = place(facts, tenantWide, true);
    return new Subject(
        facts.kind(), facts.id(), facts.profile(), facts.teams(), tenant, places, null, null, null);
  }

  private Place place(SubjectFacts facts, RoleSet held, boolean member) {
    return shared(
        held.held(),
        held.denied(),
        PermissionSet.ALL,
        member,
        held.names(),
        policies.about(facts.kind(), facts.id(), facts.teams(), held.names()));
  }

  private Subject key(SubjectFacts facts, List<Grant> grants, Subject maker) {
    RoleSet tenantWide = both(rolesIn(grants, null), madeWith(facts));
    Map<UUID, Place> places = new HashMap<>();
    Set<UUID> workspaces = workspaces(facts, grants);
    if (maker != null) {
      workspaces.addAll(maker.places().keySet());
    }
    for (UUID workspace : workspaces) {
      RoleSet inside = rolesIn(grants, workspace);
      boolean member =
          maker == null
              ? facts.workspaces().contains(workspace) || !inside.granted().isEmpty()
              : !maker.isOutside(workspace);
      places.put(workspace, keyPlace(facts, both(tenantWide, inside), member, maker, workspace));
    }
    Place tenant = keyPlace(facts, tenantWide, true, maker, null);
    Set<UUID> teams = maker == null ? Set.of() : maker.teams();
    return new Subject(
        facts.kind(), facts.id(), facts.profile(), teams, tenant, places, maker, null, null);
  }

  private Place shared(
      PermissionSet held,
      PermissionSet denied,
      PermissionSet ceiling,
      boolean member,
      Set<String> roles,
      PolicyIndex index) {
    return places.computeIfAbsent(
        new Place.Parts(held, denied, ceiling, member, roles, index), Place::new);
  }

  private Place keyPlace(
      SubjectFacts facts, RoleSet own, boolean member, Subject maker, UUID workspace) {
    Place bound = maker == null ? null : maker.at(workspace);
    return shared(
        bound == null ? own.held() : own.held().intersection(bound.held()),
        bound == null ? own.denied() : own.denied().union(bound.denied()),
        own.held(),
        member,
        own.names(),
        policies.about(facts.kind(), facts.id(), Set.of(), own.names()));
  }

  /** Entries that this version does not know give nothing. */
  private RoleSet madeWith(SubjectFacts key) {
    List<String> known = key.permissions().stream().filter(roles.catalogue()::isGrant).toList();
    return new RoleSet(Set.of(), roles.catalogue().compile(known), PermissionSet.NONE);
  }

  private RoleSet rolesIn(List<Grant> grants, UUID workspace) {
    return roles.together(
        grants.stream()
            .filter(grant -> Objects.equals(grant.workspaceId(), workspace))
            .map(Grant::role)
            .toList());
  }

  private static Set<UUID> workspaces(SubjectFacts facts, List<Grant> grants) {
    Set<UUID> workspaces = new HashSet<>(facts.workspaces());
    grants.stream().map(Grant::workspaceId).filter(Objects::nonNull).forEach(workspaces::add);
    return workspaces;
  }

  private static RoleSet both(RoleSet one, RoleSet other) {
    if (other == RoleSet.NONE) {
      return one;
    }
    if (one == RoleSet.NONE) {
      return other;
    }
    Set<String> names = new HashSet<>(one.names());
    names.addAll(other.names());
    return new RoleSet(
        names, one.granted().union(other.granted()), one.denied().union(other.denied()));
  }
}
