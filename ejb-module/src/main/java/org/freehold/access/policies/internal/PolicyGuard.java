package org.freehold.access.policies.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.access.Access;
import org.freehold.access.policies.PolicyFields;
import org.freehold.engine.access.PermissionSet;
import org.freehold.engine.access.Policy;
import org.freehold.platform.NotAllowed;

/** Keeps policies from giving more than their author holds. */
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
}
