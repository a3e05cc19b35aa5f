package org.freehold.access.policies.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.freehold.access.Access;
import org.freehold.access.policies.PolicyFields;
import org.freehold.access.policies.PolicyId;
import org.freehold.engine.access.Action;
import org.freehold.engine.access.Decision;
import org.freehold.engine.access.Environment;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.engine.access.PermissionSet;
import org.freehold.engine.access.Policy;
import org.freehold.engine.access.Subject;
import org.freehold.engine.access.TenantSnapshot;
import org.freehold.platform.NotAllowed;

/**
 * Keeps policies from giving more than their author holds, and from being lifted by whom they hit.
 */
@ApplicationScoped
public class PolicyGuard {
  @Inject private Access access;

  /** Nobody gives by a policy what they do not hold. */
  public void requireMayAllow(PolicyFields fields) {
    if (fields.effect() != Policy.Effect.ALLOW) {
      return;
    }
    PermissionSet given = access.snapshot().catalogue().compile(fields.target().permissions());
    if (!access.subject().tenantPermissions().containsAll(given)) {
      throw NotAllowed.because(
          "policy_above_caller",
          "The policy allows more than you may do.",
          "Ask somebody who holds the permissions.");
    }
  }

  /**
   * Nobody lifts or changes a denial of what they do not hold, nor one that is about them in
   * particular while somebody else could.
   *
   * @param after null when the policy is to go
   */
  public void requireMayLift(PolicyId id, PolicyFields before, PolicyFields after) {
    if (!denies(before) || after != null && saysTheSame(before, after)) {
      return;
    }
    PermissionCatalogue catalogue = access.snapshot().catalogue();
    List<String> known = before.target().permissions().stream().filter(catalogue::isGrant).toList();
    if (!access.subject().tenantPermissions().containsAll(catalogue.compileDeny(known))) {
      throw NotAllowed.because(
          "policy_above_caller",
          "The policy denies more than you may do.",
          "Ask somebody who holds the permissions.");
    }
    if (isHit(id, access.subject()) && somebodyElseMay(id)) {
      throw NotAllowed.because(
          "policy_above_caller",
          "The policy denies this to you.",
          "Ask somebody whom the policy is not about.");
    }
  }

  private boolean denies(PolicyFields fields) {
    return fields.effect() == Policy.Effect.DENY
        && fields.enabled()
        && !fields.reportOnly()
        && (fields.expires() == null || fields.expires().isAfter(access.environment().now()));
  }

  private static boolean saysTheSame(PolicyFields one, PolicyFields other) {
    return one.effect() == other.effect()
        && one.reportOnly() == other.reportOnly()
        && one.enabled() == other.enabled()
        && Objects.equals(one.notBefore(), other.notBefore())
        && Objects.equals(one.expires(), other.expires())
        && one.target().equals(other.target())
        && Objects.equals(one.condition(), other.condition());
  }

  private boolean isHit(PolicyId id, Subject subject) {
    return access.snapshot().singlesOut(id.value(), subject, access.environment());
  }

  /** Else it would be there for good. */
  private boolean somebodyElseMay(PolicyId id) {
    TenantSnapshot snapshot = access.snapshot();
    Environment env = access.environment();
    Action write = snapshot.catalogue().action("policies:write");
    return snapshot.subjectIds().stream()
        .map(one -> snapshot.subject(one, env.now()))
        .filter(one -> one.kind() == Subject.Kind.USER)
        .filter(one -> snapshot.decide(one, write, null, env) == Decision.ALLOW)
        .anyMatch(one -> !isHit(id, one));
  }
}
