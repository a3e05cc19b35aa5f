package org.freehold.access.explain.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.freehold.access.explain.ExplainedChange.Person;
import org.freehold.engine.access.Grant;
import org.freehold.engine.access.PermissionSet;
import org.freehold.engine.access.Subject;
import org.freehold.engine.access.SubjectFacts;
import org.freehold.engine.access.TenantSnapshot;
import org.freehold.platform.UserId;

/** Finds people who can make a change, by their roles: some, and not all. */
final class WhoCan {
  private static final int MOST = 5;

  private final TenantSnapshot snapshot;
  private final Instant now;
  private final Map<Need, List<Person>> found = new HashMap<>();

  /**
   * What a change takes.
   *
   * @param place where the permission must be held; null for the whole tenant
   * @param also what else must be held, in {@code alsoIn}
   */
  record Need(String permission, UUID place, PermissionSet also, UUID alsoIn) {}

  WhoCan(TenantSnapshot snapshot, Instant now) {
    this.snapshot = snapshot;
    this.now = now;
  }

  List<Person> holding(Need need) {
    return found.computeIfAbsent(need, key -> people(need, facts -> true));
  }

  /** Who made it, if they still may, and who administers keys. */
  List<Person> mayChangeKey(SubjectFacts key) {
    List<Person> makers =
        people(tenantWide("api_keys:write"), facts -> facts.id().equals(key.makerId()));
    return makers.isEmpty() ? holding(tenantWide("api_keys:admin")) : makers;
  }

  private static Need tenantWide(String permission) {
    return new Need(permission, null, PermissionSet.NONE, null);
  }

  /** Looks at the subjects of roles that give the permission only: there may be many others. */
  private List<Person> people(Need need, Predicate<SubjectFacts> among) {
    int index = snapshot.catalogue().indexOf(need.permission());
    Set<UUID> holders =
        snapshot.grants().stream()
            .filter(grant -> gives(grant, index))
            .map(Grant::holderId)
            .collect(Collectors.toSet());
    return snapshot.subjectIds().stream()
        .sorted()
        .flatMap(id -> snapshot.facts(id).stream())
        .filter(facts -> facts.kind() == Subject.Kind.USER && facts.active())
        .filter(among)
        .filter(
            facts ->
                holders.contains(facts.id()) || facts.teams().stream().anyMatch(holders::contains))
        .filter(facts -> holds(snapshot.subject(facts.id(), now), need, index))
        .limit(MOST)
        .map(facts -> new Person(new UserId(facts.id()), facts.profile().email()))
        .toList();
  }

  private boolean gives(Grant grant, int index) {
    return snapshot.roles().canonical(grant.role()).isPresent()
        && snapshot.roles().role(grant.role()).granted().has(index);
  }

  private static boolean holds(Subject subject, Need need, int index) {
    return held(subject, need.place()).has(index)
        && held(subject, need.alsoIn()).containsAll(need.also());
  }

  private static PermissionSet held(Subject subject, UUID workspace) {
    PermissionSet inTenant = subject.tenantPermissions();
    return workspace == null
        ? inTenant
        : subject.workspacePermissions().getOrDefault(workspace, inTenant);
  }
}
