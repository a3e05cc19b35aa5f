package org.freehold.engine.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Keeps a change of roles, grants, policies or members from locking the tenant's people out.
 *
 * <p>An administrator is an active person with every permission of the catalogue in the whole
 * tenant, all policies considered. Policies are asked in the surroundings of the one who saves, now
 * and at every moment at which a grant begins or ends. What was lost before is no reason to refuse.
 */
public final class LockOutGuard {

  /** What the one who saves must keep. */
  public static final List<String> KEPT_BY_SAVER = List.of("roles:admin", "policies:admin");

  private LockOutGuard() {}

  /**
   * Empty when the change may be made.
   *
   * @param saver the person or key that makes the change; null for the system, of which nothing is
   *     asked
   */
  public static List<LockOut> check(
      TenantSnapshot before, TenantSnapshot after, UUID saver, Environment env) {
    List<LockOut> found = new ArrayList<>();
    if (losesAdministrators(before, after, env)) {
      found.add(new LockOut(LockOut.Kind.NO_ADMINISTRATOR, null));
    }
    for (String permission : saver == null ? List.<String>of() : KEPT_BY_SAVER) {
      if (holds(before, saver, permission, env) && !holds(after, saver, permission, env)) {
        found.add(new LockOut(LockOut.Kind.SAVER, permission));
      }
    }
    return List.copyOf(found);
  }

  private static boolean losesAdministrators(
      TenantSnapshot before, TenantSnapshot after, Environment env) {
    TreeSet<Instant> moments = new TreeSet<>(List.of(env.now()));
    for (Grant grant : after.grants()) {
      if (grant.expires() != null && grant.expires().isAfter(env.now())) {
        moments.add(grant.expires());
      }
    }
    for (Policy policy : after.policies()) {
      if (policy.notBefore() != null && policy.notBefore().isAfter(env.now())) {
        moments.add(policy.notBefore());
      }
    }
    return moments.stream()
        .map(moment -> at(env, moment))
        .anyMatch(then -> hasAdministrator(before, then) && !hasAdministrator(after, then));
  }

  private static Environment at(Environment env, Instant moment) {
    return new Environment(moment, env.address(), env.mfaAgeSeconds(), env.context());
  }

  private static boolean hasAdministrator(TenantSnapshot snapshot, Environment env) {
    return snapshot.subjectIds().stream()
        .map(id -> snapshot.subject(id, env.now()))
        .filter(subject -> subject.kind() == Subject.Kind.USER)
        .anyMatch(subject -> isAdministrator(snapshot, subject, env));
  }

  private static boolean isAdministrator(
      TenantSnapshot snapshot, Subject subject, Environment env) {
    return subject.tenantPermissions().size() == snapshot.catalogue().codes().size()
        && snapshot.catalogue().codes().stream()
            .map(snapshot.catalogue()::action)
            .allMatch(action -> snapshot.decide(subject, action, null, env) == Decision.ALLOW);
  }

  private static boolean holds(
      TenantSnapshot snapshot, UUID id, String permission, Environment env) {
    Subject subject = snapshot.subject(id, env.now());
    Action action = snapshot.catalogue().action(permission);
    return subject != null && snapshot.decide(subject, action, null, env) == Decision.ALLOW;
  }
}
