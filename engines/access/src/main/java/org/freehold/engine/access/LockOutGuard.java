package org.freehold.engine.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Keeps a change of roles, grants, policies or members from locking the tenant's people out.
 *
 * <p>An administrator is an active person who has the administrators' role, or one that inherits
 * from it, in the whole tenant, who can call at all, and whom no role and no policy keeps from
 * {@link #KEPT}. Policies are asked in the surroundings of the one who saves, now and at every
 * moment at which a policy begins or a grant of an administrator ends; the one who saves may let
 * their own grant end. What was lost before is no reason to refuse.
 */
public final class LockOutGuard {

  /** What is needed to take a change back. */
  public static final List<String> KEPT = List.of("roles:write", "users:write", "policies:write");

  private final State before;
  private final State after;
  private final String keeper;
  private final Environment env;

  /**
   * A tenant before or after a change.
   *
   * @param admitted who of its administrators can call at all
   */
  public record State(TenantSnapshot snapshot, Predicate<Subject> admitted) {
    /** A tenant that lets everybody in. */
    public static State open(TenantSnapshot snapshot) {
      return new State(snapshot, subject -> true);
    }
  }

  private LockOutGuard(State before, State after, String keeper, Environment env) {
    this.before = before;
    this.after = after;
    this.keeper = keeper;
    this.env = env;
  }

  /**
   * Empty when the change may be made.
   *
   * @param keeper the administrators' role
   * @param saver the person or key that makes the change; null for the system, of which nothing is
   *     asked
   */
  public static List<LockOut> check(
      State before, State after, String keeper, UUID saver, Environment env) {
    return new LockOutGuard(before, after, keeper, env).check(saver);
  }

  /** The same for a tenant that lets everybody in. */
  public static List<LockOut> check(
      TenantSnapshot before, TenantSnapshot after, String keeper, UUID saver, Environment env) {
    return check(State.open(before), State.open(after), keeper, saver, env);
  }

  private List<LockOut> check(UUID saver) {
    TreeSet<Instant> moments = new TreeSet<>(List.of(env.now()));
    after.snapshot().policies().forEach(policy -> addLater(moments, policy.notBefore()));
    List<Environment> ofPolicies = at(moments);
    List<SubjectFacts> had = keepers(before.snapshot());
    List<SubjectFacts> have = keepers(after.snapshot());
    Stream.concat(had.stream(), have.stream())
        .flatMap(person -> after.snapshot().compiler().grantsOf(person).stream())
        .forEach(grant -> addLater(moments, grant.expires()));
    List<LockOut> found = new ArrayList<>();
    if (at(moments).stream()
        .anyMatch(then -> hasOne(before, had, then) && !hasOne(after, have, then))) {
      found.add(new LockOut(LockOut.Kind.NO_ADMINISTRATOR, null));
    }
    for (String permission : saver == null ? List.<String>of() : KEPT) {
      if (loses(saver, permission, ofPolicies)) {
        found.add(new LockOut(LockOut.Kind.SAVER, permission));
      }
    }
    return List.copyOf(found);
  }

  private boolean loses(UUID saver, String permission, List<Environment> moments) {
    return moments.stream()
        .anyMatch(
            then ->
                holds(before.snapshot(), saver, permission, then)
                    && !holds(after.snapshot(), saver, permission, then));
  }

  private void addLater(TreeSet<Instant> moments, Instant moment) {
    if (moment != null && moment.isAfter(env.now())) {
      moments.add(moment);
    }
  }

  private List<Environment> at(Collection<Instant> moments) {
    return moments.stream()
        .map(then -> new Environment(then, env.address(), env.mfaAgeSeconds(), env.context()))
        .toList();
  }

  /** The people who at some time have the administrators' role; few among all of a tenant. */
  private List<SubjectFacts> keepers(TenantSnapshot snapshot) {
    RoleGraph roles = snapshot.roles();
    if (roles.canonical(keeper).isEmpty()) {
      return List.of();
    }
    Set<String> giving = roles.descendants(keeper);
    return snapshot.subjectIds().stream()
        .flatMap(id -> snapshot.facts(id).stream())
        .filter(facts -> facts.kind() == Subject.Kind.USER)
        .filter(
            facts ->
                snapshot.compiler().grantsOf(facts).stream()
                    .anyMatch(
                        grant ->
                            grant.workspaceId() == null
                                && giving.contains(roles.canonical(grant.role()).orElseThrow())))
        .toList();
  }

  private boolean hasOne(State state, List<SubjectFacts> keepers, Environment then) {
    TenantSnapshot snapshot = state.snapshot();
    return keepers.stream()
        .map(person -> snapshot.subject(person.id(), then.now()))
        .filter(subject -> subject.roles().contains(keeper))
        .filter(state.admitted())
        .anyMatch(subject -> KEPT.stream().allMatch(kept -> allows(snapshot, subject, kept, then)));
  }

  private static boolean holds(
      TenantSnapshot snapshot, UUID id, String permission, Environment then) {
    Subject subject = snapshot.subject(id, then.now());
    return subject != null && allows(snapshot, subject, permission, then);
  }

  private static boolean allows(
      TenantSnapshot snapshot, Subject subject, String permission, Environment then) {
    Action action = snapshot.catalogue().action(permission);
    return snapshot.decide(subject, action, null, then) == Decision.ALLOW;
  }
}
