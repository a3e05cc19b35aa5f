package org.freehold.engine.access;

import java.util.List;
import java.util.UUID;
import org.freehold.engine.access.condition.Condition;
import org.freehold.engine.access.condition.Truth;

/** Something that spoke for or against a permission. */
public sealed interface Reason {

  /**
   * @param grant of the role
   * @param role in which the entry stands: the granted one, or one from which it inherits
   */
  record HeldByRole(String permission, Grant grant, String role, String entry) implements Reason {}

  record DeniedByRole(String permission, Grant grant, String role, String entry)
      implements Reason {}

  /** The key was made with it. */
  record HeldByKey(String permission, String entry) implements Reason {}

  record AllowedByPolicy(String permission, Policy policy, List<Tested> tests) implements Reason {
    public AllowedByPolicy {
      tests = List.copyOf(tests);
    }
  }

  record DeniedByPolicy(String permission, Policy policy, List<Tested> tests) implements Reason {
    public DeniedByPolicy {
      tests = List.copyOf(tests);
    }
  }

  /** No role and no policy gives it. */
  record NotHeld(String permission) implements Reason {}

  /** The key's maker lacks it, so the key has it not. */
  record MakerLacks(String permission, UUID makerId) implements Reason {}

  /** The person, or the key's maker, is not active. */
  record NotActive(UUID subjectId) implements Reason {}

  /** The thing is in a workspace in which the subject has no part. */
  record OutsideWorkspace(UUID workspaceId) implements Reason {}

  /** The subject is none of those to whom the thing is shown. */
  record NotShown(Visibility visibility) implements Reason {}

  /** The thing names networks or email domains, and the call is from none of them. */
  record Restricted(boolean byNetwork, boolean byEmailDomain) implements Reason {}

  /**
   * One test of a policy's condition.
   *
   * @param pointer JSON pointer into the condition
   */
  record Tested(String pointer, Condition.Test test, Truth truth) {}
}
