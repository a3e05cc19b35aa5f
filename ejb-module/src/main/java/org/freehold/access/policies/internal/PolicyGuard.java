package org.freehold.access.policies.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.freehold.access.Access;
import org.freehold.access.policies.PolicyFields;
import org.freehold.engine.access.Decision;
import org.freehold.engine.access.Environment;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.engine.access.Policy;
import org.freehold.engine.access.RoleGraph;
import org.freehold.engine.access.Subject;
import org.freehold.engine.access.TenantFacts;
import org.freehold.engine.access.TenantSnapshot;
import org.freehold.engine.access.condition.IpAddress;
import org.freehold.platform.CallContext;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.TenantRef;

/**
 * Keeps policies from giving more than their author holds, and from locking people out of what is
 * needed to take a policy back. Policies are asked in the surroundings of the one who saves: what a
 * condition does elsewhere or at another time is not foreseen.
 */
@ApplicationScoped
public class PolicyGuard {
  private static final PermissionCatalogue CATALOGUE = PermissionCatalogue.builtIn();
  private static final List<String> KEPT = List.of("roles:write", "policies:write");

  @Inject private Access access;
  @Inject private KeeperRepository keepers;
  @Inject private Clock clock;

  /** Nobody gives by a policy what they do not hold. */
  public void requireMayAllow(PolicyFields fields) {
    if (fields.effect() == Policy.Effect.ALLOW
        && !access
            .subject()
            .tenantPermissions()
            .containsAll(CATALOGUE.compile(fields.target().permissions()))) {
      throw NotAllowed.because(
          "policy_above_caller",
          "The policy allows more than you may do.",
          "Ask somebody who holds the permissions.");
    }
  }

  /** What was lost before is no reason to refuse. */
  public void requireNobodyLockedOut(List<Policy> before, List<Policy> after) {
    CallContext call = CurrentCall.get();
    if (call.actor().person() == null) {
      return;
    }
    Keepers people = keepers.of(call.tenantId(), call.actor());
    TenantSnapshot then = snapshot(call.requireTenant(), people, before);
    TenantSnapshot now = snapshot(call.requireTenant(), people, after);
    for (Instant moment : moments(after)) {
      Environment env = new Environment(moment, address(call), Environment.NO_MFA, Map.of());
      for (UUID saver : people.savers()) {
        if (keeps(then, saver, env) && !keeps(now, saver, env)) {
          throw lockOut("you");
        }
      }
      if (anyKeeps(then, people, env) && !anyKeeps(now, people, env)) {
        throw lockOut("every administrator");
      }
    }
  }

  /** Now, and whenever a policy begins to count. */
  private Set<Instant> moments(List<Policy> policies) {
    Set<Instant> moments = new TreeSet<>(Set.of(clock.instant()));
    policies.stream()
        .map(Policy::notBefore)
        .filter(start -> start != null && start.isAfter(clock.instant()))
        .forEach(moments::add);
    return moments;
  }

  private static Conflict lockOut(String whom) {
    return new Conflict(
        "locks_out",
        "With this policy " + whom + " could no longer change roles and policies.",
        "Leave out roles and policies from its permissions, name whom it is about, or add a"
            + " condition; report_only tells first what it would do.");
  }

  private static boolean anyKeeps(TenantSnapshot snapshot, Keepers people, Environment env) {
    return people.administrators().stream().anyMatch(person -> keeps(snapshot, person, env));
  }

  private static boolean keeps(TenantSnapshot snapshot, UUID id, Environment env) {
    Subject subject = snapshot.subject(id, env.now());
    return subject != null
        && KEPT.stream()
            .map(CATALOGUE::action)
            .allMatch(action -> snapshot.decide(subject, action, null, env) == Decision.ALLOW);
  }

  private static TenantSnapshot snapshot(TenantRef tenant, Keepers people, List<Policy> policies) {
    TenantFacts facts = new TenantFacts(tenant.id().value(), null, null);
    return TenantSnapshot.of(
        0, facts, RoleGraph.builtIn(), people.grants(), policies, people.facts());
  }

  private static IpAddress address(CallContext call) {
    return call.ipAddress() == null ? null : IpAddress.parse(call.ipAddress()).orElse(null);
  }
}
