package org.freehold.access.explain.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.freehold.access.explain.ExplainedReason;
import org.freehold.access.explain.ExplainedReason.Kind;
import org.freehold.engine.access.Grant;
import org.freehold.engine.access.Policy;
import org.freehold.engine.access.Reason;
import org.freehold.engine.access.Visibility;
import org.freehold.engine.access.condition.Condition;
import org.freehold.engine.access.condition.Literal;
import org.freehold.engine.access.condition.Operator;
import org.freehold.engine.access.condition.Truth;
import org.freehold.platform.NotAllowed;
import org.junit.jupiter.api.Test;

class ReasonsTest {
  private static final UUID ID = new UUID(1, 1);
  private static final UUID PLACE = new UUID(1, 2);
  private static final Discretion ALL = new Discretion(true, true);
  private static final Discretion NONE = new Discretion(false, false);

  @Test
  void aRoleIsNamedWithTheAssignmentThatItIsHeldBy() {
    UUID team = new UUID(2, 2);
    Grant grant = new Grant(ID, Grant.Holder.TEAM, team, "lead", PLACE, null, null);
    ExplainedReason reason =
        told(new Reason.DeniedByRole("tasks:write", grant, "careful", "tasks:*"));
    assertThat(reason.kind()).isEqualTo(Kind.DENIED_BY_ROLE);
    assertThat(reason.role()).isEqualTo("careful");
    assertThat(reason.entry()).isEqualTo("tasks:*");
    assertThat(reason.assignmentId()).isEqualTo(ID);
    assertThat(reason.holder().type()).isEqualTo("team");
    assertThat(reason.holder().id()).isEqualTo(team);
    assertThat(reason.workspaceId().value()).isEqualTo(PLACE);
    assertThat(told(new Reason.HeldByRole("tasks:write", grant, "lead", "*:*")).kind())
        .isEqualTo(Kind.HELD_BY_ROLE);
  }

  @Test
  void whatAPolicyTestsIsForThoseWhoMayReadPolicies() {
    Condition.Test stale =
        new Condition.Test("environment.mfa_age_seconds", Operator.GT, List.of(Literal.of(600)));
    Reason denied =
        new Reason.DeniedByPolicy(
            "tasks:write", policy(), List.of(new Reason.Tested("/any/0", stale, Truth.UNKNOWN)));
    ExplainedReason reason = told(denied);
    assertThat(reason.kind()).isEqualTo(Kind.DENIED_BY_POLICY);
    assertThat(reason.policy().name()).isEqualTo("Fresh");
    ExplainedReason.Tested test = reason.tests().get(0);
    assertThat(test.pointer()).isEqualTo("/any/0");
    assertThat(test.operator()).isEqualTo("gt");
    assertThat(test.value()).hasToString("600");
    assertThat(test.result()).isEqualTo(Truth.UNKNOWN);
    ExplainedReason discreet = Reasons.of(denied, false, NONE);
    assertThat(discreet.policy().name()).isEqualTo("Fresh");
    assertThat(discreet.tests()).isNull();
    assertThat(Reasons.of(denied, true, ALL).kind()).isEqualTo(Kind.NARROWED_BY_POLICY);
    assertThat(told(new Reason.AllowedByPolicy("tasks:write", policy(), List.of())).kind())
        .isEqualTo(Kind.ALLOWED_BY_POLICY);
  }

  @Test
  void whatHasNoRuleIsToldToo() {
    assertThat(told(new Reason.HeldByKey("tasks:write", "tasks:*")).entry()).isEqualTo("tasks:*");
    assertThat(told(new Reason.NotHeld("tasks:write")).kind()).isEqualTo(Kind.NOT_HELD);
    assertThat(told(new Reason.MakerLacks("tasks:write", ID)).userId().value()).isEqualTo(ID);
    assertThat(told(new Reason.NotActive(ID)).kind()).isEqualTo(Kind.NOT_ACTIVE);
    assertThat(told(new Reason.OutsideWorkspace(PLACE)).workspaceId().value()).isEqualTo(PLACE);
    assertThat(told(new Reason.NotShown(Visibility.PRIVATE)).visibility())
        .isEqualTo(Visibility.PRIVATE);
    ExplainedReason restricted = told(new Reason.Restricted(true, false));
    assertThat(restricted.byNetwork()).isTrue();
    assertThat(restricted.byEmailDomain()).isFalse();
    assertThat(Reasons.ofTenant(NotAllowed.tenantArchived()).kind())
        .isEqualTo(Kind.TENANT_ARCHIVED);
    assertThat(Reasons.ofTenant(NotAllowed.tenantSuspended()).kind())
        .isEqualTo(Kind.TENANT_SUSPENDED);
  }

  private static ExplainedReason told(Reason reason) {
    return Reasons.of(reason, false, ALL);
  }

  private static Policy policy() {
    return new Policy(
        ID,
        "Fresh",
        Policy.Effect.DENY,
        0,
        false,
        null,
        null,
        Policy.Target.everybody(List.of("tasks:write")),
        null);
  }
}
