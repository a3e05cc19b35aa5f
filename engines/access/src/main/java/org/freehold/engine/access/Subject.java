package org.freehold.engine.access;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who asks, within one tenant, with all that they hold while no grant begins or ends. A {@link
 * TenantSnapshot} has them ready.
 */
public final class Subject {

  /** What a subject can be. */
  public enum Kind {
    USER,
    API_KEY
  }

  private final Kind kind;
  private final UUID id;
  private final Profile profile;
  private final String emailDomain;
  private final Set<UUID> teams;
  private final Place tenant;
  private final Map<UUID, Place> places;
  private final Subject maker;
  private final Subject later;
  private final Instant laterFrom;

  /**
   * A subject to whom no policy applies.
   *
   * @param userId the person, or null for an actor that is none: it owns nothing and takes part in
   *     nothing
   * @param tenantPermissions from roles held in the whole tenant
   * @param workspacePermissions an entry for every workspace that the subject is a member of, with
   *     the permissions that hold inside; they always contain the tenant's, and are completed if
   *     not
   * @param teams the teams that the subject is a member of
   */
  public Subject(
      UUID userId,
      PermissionSet tenantPermissions,
      Map<UUID, PermissionSet> workspacePermissions,
      Set<UUID> teams) {
    this(
        userId == null ? Kind.API_KEY : Kind.USER,
        userId,
        Profile.NONE,
        teams,
        Place.of(tenantPermissions),
        completed(workspacePermissions, tenantPermissions),
        null,
        null,
        null);
  }

  Subject(
      Kind kind,
      UUID id,
      Profile profile,
      Set<UUID> teams,
      Place tenant,
      Map<UUID, Place> places,
      Subject maker,
      Subject later,
      Instant laterFrom) {
    this.kind = Objects.requireNonNull(kind, "kind");
    this.id = id;
    this.profile = profile;
    this.emailDomain = maker == null ? profile.emailDomain() : maker.emailDomain;
    this.teams = Set.copyOf(teams);
    this.tenant = tenant;
    this.places = Map.copyOf(places);
    this.maker = maker;
    this.later = later;
    this.laterFrom = laterFrom;
  }

  private static Map<UUID, Place> completed(
      Map<UUID, PermissionSet> workspaces, PermissionSet tenantWide) {
    Map<UUID, Place> places = new HashMap<>();
    workspaces.forEach(
        (workspace, held) -> places.put(workspace, Place.of(held.union(tenantWide))));
    return places;
  }

  public Kind kind() {
    return kind;
  }

  /** Of the user or the key. */
  public UUID id() {
    return id;
  }

  /** Null for an actor that is no person. */
  public UUID userId() {
    return kind == Kind.USER ? id : null;
  }

  /** The user, or who made the key; null for an actor behind whom is nobody. */
  public UUID personId() {
    return maker == null ? userId() : maker.userId();
  }

  public Profile profile() {
    return profile;
  }

  /** Of the person, or of the one who made the key; null when unknown. */
  public String emailDomain() {
    return emailDomain;
  }

  public Set<UUID> teams() {
    return teams;
  }

  /** By roles held in the whole tenant, before any policy. */
  public PermissionSet tenantPermissions() {
    return tenant.held();
  }

  /** The roles held in the whole tenant, those that they inherit from included. */
  public Set<String> roles() {
    return tenant.roles();
  }

  /** By roles, before any policy, for every workspace that the subject is a member of. */
  public Map<UUID, PermissionSet> workspacePermissions() {
    return places.entrySet().stream()
        .filter(entry -> entry.getValue().member())
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> entry.getValue().held()));
  }

  /** The same, and from a later moment on another; null when nothing changes later. */
  Subject followedBy(Subject next, Instant from) {
    return new Subject(kind, id, profile, teams, tenant, places, maker, next, from);
  }

  /** As it is at this moment, which must not be before its own. */
  Subject at(Instant now) {
    Subject found = this;
    while (found.later != null && !now.isBefore(found.laterFrom)) {
      found = found.later;
    }
    return found;
  }

  /** As {@link #roles}, and those that are held in some workspace. */
  Set<String> rolesAnywhere() {
    Set<String> all = new HashSet<>(tenant.roles());
    places.values().forEach(place -> all.addAll(place.roles()));
    return all;
  }

  Place tenant() {
    return tenant;
  }

  Map<UUID, Place> places() {
    return places;
  }

  /** What counts in a workspace, or with null in the tenant. */
  Place at(UUID workspace) {
    if (workspace == null) {
      return tenant;
    }
    Place place = places.get(workspace);
    return place == null ? tenant : place;
  }

  /** Whether they are in this workspace only by the resource's admin permission. */
  boolean isOutside(UUID workspace) {
    if (workspace == null) {
      return false;
    }
    Place place = places.get(workspace);
    return place == null || !place.member();
  }

  /** Who made the key; null for a person, and for a key of the tenant itself. */
  Subject maker() {
    return maker;
  }

  @Override
  public String toString() {
    return "Subject[" + kind + " " + id + "]";
  }
}
