package org.freehold.engine.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Finds the smallest changes that turn a refusal into an allowance, by trying: a way is only told
 * when the engine allows the case changed by it. Looks for one change, else for two, else three,
 * and no longer than two seconds.
 */
final class Remedies {

  private static final int MOST_ROLES = 3;
  private static final int MOST_WAYS = 10;
  private static final int MOST_TRIALS = 3_000;
  private static final int MOST_TOGETHER = 3;

  /** A trial compiles roles and policies anew, which takes its time where there are many. */
  private static final long MOST_NANOS = 2_000_000_000L;

  private final Case refused;
  private final Map<Remedy, UnaryOperator<Case>> candidates = new LinkedHashMap<>();
  private final long began = System.nanoTime();
  private int trials;

  private Remedies(Case refused) {
    this.refused = refused;
  }

  static List<List<Remedy>> of(Case refused) {
    Remedies remedies = new Remedies(refused);
    remedies.collect();
    return remedies.search();
  }

  private void collect() {
    addSurroundings();
    addPlace();
    addRoles();
    addDenies();
    addPolicies();
    addKey();
  }

  private List<List<Remedy>> search() {
    List<Remedy> all = List.copyOf(candidates.keySet());
    List<List<Remedy>> ways = new ArrayList<>();
    for (int size = 1; size <= MOST_TOGETHER && ways.isEmpty(); size++) {
      choose(all, 0, size, refused, new ArrayList<>(), ways);
    }
    ways.sort(Comparator.comparingInt(Remedies::extra));
    return ways.subList(0, Math.min(ways.size(), MOST_WAYS));
  }

  private static int extra(List<Remedy> way) {
    return way.stream()
        .mapToInt(
            remedy -> {
              if (remedy instanceof Remedy.GrantRole role) {
                return role.extra().size();
              }
              // It gives least, and takes more than to give what is there.
              return remedy instanceof Remedy.MakeRole ? PermissionSet.CAPACITY : 0;
            })
        .sum();
  }

  private void choose(
      List<Remedy> all,
      int from,
      int more,
      Case changed,
      List<Remedy> chosen,
      List<List<Remedy>> ways) {
    if (more == 0) {
      if (mayTry() && changed.decide() == Decision.ALLOW) {
        ways.add(List.copyOf(chosen));
      }
      return;
    }
    for (int position = from; position < all.size() && !isSpent(); position++) {
      Remedy remedy = all.get(position);
      chosen.add(remedy);
      Case next = candidates.get(remedy).apply(changed);
      choose(all, position + 1, more - 1, next, chosen, ways);
      chosen.remove(chosen.size() - 1);
    }
  }

  private boolean mayTry() {
    trials++;
    return !isSpent();
  }

  private boolean isSpent() {
    return trials > MOST_TRIALS || System.nanoTime() - began > MOST_NANOS;
  }

  private void addSurroundings() {
    new Surroundings(refused).remedies().forEach(candidates::putIfAbsent);
  }

  private void addPlace() {
    UUID workspace = refused.workspace();
    SubjectFacts person = refused.person();
    if (workspace != null && !person.workspaces().contains(workspace)) {
      Set<UUID> more = new HashSet<>(person.workspaces());
      more.add(workspace);
      candidates.put(
          new Remedy.JoinWorkspace(workspace),
          changed -> changed.withPerson(changed.person().inWorkspaces(more)));
    }
    ResourceFacts thing = refused.thing();
    if (thing == null) {
      return;
    }
    if (refused.subject().kind() == Subject.Kind.USER) {
      Set<UUID> more = new HashSet<>(thing.participants());
      more.add(refused.subject().id());
      candidates.put(
          new Remedy.ShareThing(thing.resourceType(), thing.id()),
          changed -> changed.withThing(changed.thing().sharedWith(more)));
    }
    boolean restricted =
        !thing.attributes().allowedNetworks().isEmpty()
            || !thing.attributes().allowedEmailDomains().isEmpty();
    if (restricted) {
      candidates.put(
          new Remedy.LiftRestrictions(thing.resourceType(), thing.id()),
          changed -> changed.withThing(changed.thing().unrestricted()));
    }
  }

  /** The roles that give what is asked for and the least beside it. */
  private void addRoles() {
    SubjectFacts person = refused.person();
    Grant.Holder holder =
        person.kind() == Subject.Kind.USER ? Grant.Holder.USER : Grant.Holder.API_KEY;
    RoleGraph graph = refused.roles();
    List<Remedy.GrantRole> roles = new ArrayList<>();
    for (RoleDefinition role : graph.roles()) {
      boolean fits =
          !BuiltInRoles.isOfThePlatform(role.name())
              && (role.workspaceId() == null || role.workspaceId().equals(refused.workspace()))
              && graph.role(role.name()).held().has(refused.action().index());
      if (fits) {
        roles.add(
            new Remedy.GrantRole(
                holder, person.id(), role.name(), refused.workspace(), extra(role)));
      }
    }
    roles.sort(Comparator.comparingInt(role -> role.extra().size()));
    for (Remedy.GrantRole role : roles.subList(0, Math.min(roles.size(), MOST_ROLES))) {
      Grant grant =
          new Grant(null, holder, person.id(), role.role(), refused.workspace(), null, null);
      candidates.put(role, changed -> changed.with(grant));
    }
    if (refused.hasRoomForRole() && roles.stream().noneMatch(role -> role.extra().isEmpty())) {
      addNewRole(holder, person.id());
    }
  }

  private void addNewRole(Grant.Holder holder, UUID person) {
    String permission = refused.action().code();
    UUID workspace = refused.workspace();
    Grant grant = new Grant(null, holder, person, Case.NEW_ROLE, workspace, null, null);
    candidates.put(
        new Remedy.MakeRole(holder, person, permission, workspace),
        changed -> changed.withNewRole(permission).with(grant));
  }

  private List<String> extra(RoleDefinition role) {
    PermissionSet held = PermissionSet.of(refused.action().index());
    for (Grant grant : refused.grants()) {
      boolean counts =
          grant.holderId().equals(refused.person().id())
              && grant.countsAt(refused.env().now())
              && (grant.workspaceId() == null || grant.workspaceId().equals(refused.workspace()))
              && refused.roles().canonical(grant.role()).isPresent();
      if (counts) {
        held = held.union(refused.roles().role(grant.role()).held());
      }
    }
    return refused.roles().role(role.name()).held().minus(held).codes(refused.roles().catalogue());
  }

  private void addDenies() {
    RoleGraph graph = refused.roles();
    Set<UUID> holders = new HashSet<>(List.of(refused.subject().id(), refused.person().id()));
    holders.addAll(refused.person().teams());
    for (Grant grant : refused.grants()) {
      boolean concerns =
          holders.contains(grant.holderId()) && graph.canonical(grant.role()).isPresent();
      if (!concerns || graph.role(grant.role()).denied().isEmpty()) {
        continue;
      }
      candidates.put(
          new Remedy.EndGrant(grant.id(), grant.role(), grant.workspaceId()),
          changed -> changed.withGrants(without(changed.grants(), grant)));
      graph.role(grant.role()).names().stream()
          .sorted()
          .map(graph::definition)
          .forEach(this::addDenyEntries);
    }
  }

  private void addDenyEntries(RoleDefinition role) {
    for (String entry : role.denies()) {
      candidates.putIfAbsent(
          new Remedy.RemoveDenyEntry(role.name(), entry),
          changed -> changed.withRole(role.name(), old -> old.withoutDeny(entry)));
    }
  }

  private void addPolicies() {
    for (Policy policy : refused.policies()) {
      if (policy.effect() == Policy.Effect.DENY && !policy.reportOnly()) {
        candidates.put(
            new Remedy.ChangePolicy(policy.id(), policy.name()),
            changed -> changed.withPolicies(without(changed.policies(), policy)));
      }
    }
  }

  private void addKey() {
    SubjectFacts key = refused.subject();
    if (key.kind() == Subject.Kind.API_KEY) {
      String permission = refused.action().code();
      candidates.put(
          new Remedy.WidenKey(key.id(), permission),
          changed -> changed.withSubject(changed.subject().alsoWith(permission)));
    }
  }

  private static <T> List<T> without(List<T> all, T one) {
    return all.stream().filter(each -> each != one).toList();
  }
}
