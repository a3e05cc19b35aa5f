package org.freehold.engine.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A person or a key of the tenant, as it is stored.
 *
 * @param active one who is not holds nothing, and neither do the keys that they made
 * @param teams of a person
 * @param workspaces of which a person is a member, beside those in which they hold a grant
 * @param makerId of a key: who made it and bounds it; null for a key of the tenant itself
 * @param permissions of a key: what it was made with, with wildcards, beside its grants
 */
public record SubjectFacts(
    Subject.Kind kind,
    UUID id,
    boolean active,
    Profile profile,
    Set<UUID> teams,
    Set<UUID> workspaces,
    UUID makerId,
    List<String> permissions) {

  public SubjectFacts {
    Objects.requireNonNull(id, "id");
    teams = Set.copyOf(teams);
    workspaces = Set.copyOf(workspaces);
    permissions = List.copyOf(permissions);
  }

  public static SubjectFacts person(UUID id, String email, Set<UUID> teams, Set<UUID> workspaces) {
    return new SubjectFacts(
        Subject.Kind.USER, id, true, Profile.ofEmail(email), teams, workspaces, null, List.of());
  }

  public static SubjectFacts key(UUID id, UUID makerId, List<String> permissions) {
    return new SubjectFacts(
        Subject.Kind.API_KEY, id, true, Profile.NONE, Set.of(), Set.of(), makerId, permissions);
  }

  static SubjectFacts gone(UUID id) {
    return new SubjectFacts(
        Subject.Kind.USER, id, false, Profile.NONE, Set.of(), Set.of(), null, List.of());
  }

  SubjectFacts inWorkspaces(Set<UUID> other) {
    return new SubjectFacts(kind, id, active, profile, teams, other, makerId, permissions);
  }

  SubjectFacts alsoWith(String permission) {
    List<String> more = new ArrayList<>(permissions);
    more.add(permission);
    return new SubjectFacts(kind, id, active, profile, teams, workspaces, makerId, more);
  }
}
