package org.freehold.access.explain.internal;

import java.util.List;
import java.util.Locale;
import org.freehold.access.explain.AccessExplanation.Holder;
import org.freehold.access.explain.AccessExplanation.PolicyName;
import org.freehold.access.explain.ExplainedReason;
import org.freehold.access.explain.ExplainedReason.Kind;
import org.freehold.access.explain.ExplainedReason.Tested;
import org.freehold.access.policies.internal.ConditionWriter;
import org.freehold.engine.access.Grant;
import org.freehold.engine.access.Policy;
import org.freehold.engine.access.Reason;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;

/** The engine's reasons in the words of the API. */
final class Reasons {
  private Reasons() {}

  /**
   * @param narrowed the list is allowed, and policies that deny only leave things out
   */
  static ExplainedReason of(Reason reason, boolean narrowed, Discretion discretion) {
    if (reason instanceof Reason.HeldByRole held) {
      return ofRole(Kind.HELD_BY_ROLE, held.permission(), held.grant(), held.role(), held.entry());
    } else if (reason instanceof Reason.DeniedByRole denied) {
      return ofRole(
          Kind.DENIED_BY_ROLE, denied.permission(), denied.grant(), denied.role(), denied.entry());
    } else if (reason instanceof Reason.HeldByKey held) {
      return ExplainedReason.ofKey(held.permission(), held.entry());
    } else if (reason instanceof Reason.AllowedByPolicy allowed) {
      return ExplainedReason.of(Kind.ALLOWED_BY_POLICY, allowed.permission())
          .by(name(allowed.policy()), tests(allowed.tests(), discretion));
    } else if (reason instanceof Reason.DeniedByPolicy denied) {
      Kind kind = narrowed ? Kind.NARROWED_BY_POLICY : Kind.DENIED_BY_POLICY;
      return ExplainedReason.of(kind, denied.permission())
          .by(name(denied.policy()), tests(denied.tests(), discretion));
    }
    return withoutRule(reason);
  }

  private static ExplainedReason withoutRule(Reason reason) {
    if (reason instanceof Reason.NotHeld missing) {
      return ExplainedReason.of(Kind.NOT_HELD, missing.permission());
    } else if (reason instanceof Reason.MakerLacks lacks) {
      return ExplainedReason.of(Kind.MAKER_LACKS, lacks.permission())
          .about(new UserId(lacks.makerId()));
    } else if (reason instanceof Reason.NotActive inactive) {
      return ExplainedReason.of(Kind.NOT_ACTIVE, null).about(new UserId(inactive.subjectId()));
    } else if (reason instanceof Reason.OutsideWorkspace outside) {
      return ExplainedReason.outside(new WorkspaceId(outside.workspaceId()));
    } else if (reason instanceof Reason.NotShown hidden) {
      return ExplainedReason.notShown(hidden.visibility());
    }
    Reason.Restricted restricted = (Reason.Restricted) reason;
    return ExplainedReason.restricted(restricted.byNetwork(), restricted.byEmailDomain());
  }

  static ExplainedReason ofTenant(NotAllowed closed) {
    return ExplainedReason.of(Kind.valueOf(closed.code().toUpperCase(Locale.ROOT)), null);
  }

  private static ExplainedReason ofRole(
      Kind kind, String permission, Grant grant, String role, String entry) {
    WorkspaceId where = grant.workspaceId() == null ? null : new WorkspaceId(grant.workspaceId());
    return ExplainedReason.of(kind, permission)
        .by(role, entry, grant.id(), holder(grant.holder(), grant.holderId()), where);
  }

  static Holder holder(Grant.Holder kind, java.util.UUID id) {
    return new Holder(kind.name().toLowerCase(Locale.ROOT), id);
  }

  static PolicyName name(Policy policy) {
    return new PolicyName(policy.id(), policy.name());
  }

  private static List<Tested> tests(List<Reason.Tested> tests, Discretion discretion) {
    return discretion.policies() ? tests.stream().map(Reasons::test).toList() : null;
  }

  private static Tested test(Reason.Tested tested) {
    return new Tested(
        tested.pointer(),
        tested.test().attribute(),
        tested.test().operator().code(),
        ConditionWriter.write(tested.test()).get("value"),
        tested.truth());
  }
}
