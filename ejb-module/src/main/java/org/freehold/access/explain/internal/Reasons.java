package org.freehold.access.explain.internal;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.freehold.access.explain.AccessExplanation.Holder;
import org.freehold.access.explain.AccessExplanation.PolicyName;
import org.freehold.access.explain.ExplainedReason;
import org.freehold.access.explain.ExplainedReason.Kind;
import org.freehold.access.explain.ExplainedReason.Tested;
import org.freehold.access.policies.internal.ConditionWriter;
import org.freehold.engine.access.Grant;
import org.freehold.engine.access.Policy;
import org.freehold.engine.access.Reason;
import org.freehold.engine.access.Visibility;
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
    } else if (reason instanceof Reason.AllowedByPolicy allowed) {
      return ofPolicy(
          Kind.ALLOWED_BY_POLICY,
          allowed.permission(),
          allowed.policy(),
          tests(allowed.tests(), discretion));
    } else if (reason instanceof Reason.DeniedByPolicy denied) {
      return ofPolicy(
          narrowed ? Kind.NARROWED_BY_POLICY : Kind.DENIED_BY_POLICY,
          denied.permission(),
          denied.policy(),
          tests(denied.tests(), discretion));
    }
    return withoutRule(reason);
  }

  private static ExplainedReason withoutRule(Reason reason) {
    ReasonText text = new ReasonText();
    if (reason instanceof Reason.HeldByKey held) {
      text.kind = Kind.HELD_BY_KEY;
      text.permission = held.permission();
      text.entry = held.entry();
    } else if (reason instanceof Reason.NotHeld missing) {
      text.kind = Kind.NOT_HELD;
      text.permission = missing.permission();
    } else if (reason instanceof Reason.MakerLacks lacks) {
      text.kind = Kind.MAKER_LACKS;
      text.permission = lacks.permission();
      text.user = new UserId(lacks.makerId());
    } else if (reason instanceof Reason.NotActive inactive) {
      text.kind = Kind.NOT_ACTIVE;
      text.user = new UserId(inactive.subjectId());
    } else if (reason instanceof Reason.OutsideWorkspace outside) {
      text.kind = Kind.OUTSIDE_WORKSPACE;
      text.workspace = new WorkspaceId(outside.workspaceId());
    } else if (reason instanceof Reason.NotShown hidden) {
      text.kind = Kind.NOT_SHOWN;
      text.visibility = hidden.visibility();
    } else if (reason instanceof Reason.Restricted restricted) {
      text.kind = Kind.RESTRICTED;
      text.byNetwork = restricted.byNetwork();
      text.byEmailDomain = restricted.byEmailDomain();
    }
    return text.told();
  }

  static ExplainedReason ofTenant(NotAllowed closed) {
    ReasonText text = new ReasonText();
    text.kind = Kind.valueOf(closed.code().toUpperCase(Locale.ROOT));
    return text.told();
  }

  private static ExplainedReason ofRole(
      Kind kind, String permission, Grant grant, String role, String entry) {
    ReasonText text = new ReasonText();
    text.kind = kind;
    text.permission = permission;
    text.role = role;
    text.entry = entry;
    text.assignment = grant.id();
    text.holder = holder(grant.holder(), grant.holderId());
    text.workspace = grant.workspaceId() == null ? null : new WorkspaceId(grant.workspaceId());
    return text.told();
  }

  private static ExplainedReason ofPolicy(
      Kind kind, String permission, Policy policy, List<Tested> tests) {
    ReasonText text = new ReasonText();
    text.kind = kind;
    text.permission = permission;
    text.policy = name(policy);
    text.tests = tests;
    return text.told();
  }

  static Holder holder(Grant.Holder kind, UUID id) {
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

  /** Put together member by member, as each kind has few. */
  private static final class ReasonText {
    private Kind kind;
    private String permission;
    private String role;
    private String entry;
    private UUID assignment;
    private Holder holder;
    private WorkspaceId workspace;
    private PolicyName policy;
    private List<Tested> tests;
    private UserId user;
    private Visibility visibility;
    private Boolean byNetwork;
    private Boolean byEmailDomain;

    private ExplainedReason told() {
      return new ExplainedReason(
          kind,
          permission,
          role,
          entry,
          assignment,
          holder,
          workspace,
          policy,
          tests,
          user,
          visibility,
          byNetwork,
          byEmailDomain);
    }
  }
}
