package org.freehold.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.freehold.engine.access.Policy.Effect;
import org.freehold.engine.access.Policy.Target;
import org.freehold.engine.access.condition.Condition;
import org.freehold.engine.access.condition.Finding;
import org.freehold.engine.access.condition.Finding.Code;
import org.freehold.engine.access.condition.Literal;
import org.freehold.engine.access.condition.Operator;
import org.junit.jupiter.api.Test;

class PolicyCheckerTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Target FINE = Target.role("admin", List.of("projects:*", "*:read"));

  @Test
  void findsNothingInAGoodOne() {
    assertThat(check(FINE, NOON, NOON.plusNanos(1), null)).isEmpty();
    assertThat(check(FINE, null, null, null)).isEmpty();
  }

  @Test
  void findsWhatDoesNotExist() {
    Target target =
        new Target(
            List.of("projects:read", "projects:fly"),
            Set.of("projects", "planets"),
            Set.of("viewer", "pilot"),
            Set.of(),
            Set.of(),
            Set.of());
    assertThat(check(target, null, null, null))
        .containsExactly(
            new Finding(Code.UNKNOWN_PERMISSION, "/permissions/1", "projects:fly"),
            new Finding(Code.UNKNOWN_ROLE, "/roles", "pilot"),
            new Finding(Code.UNKNOWN_RESOURCE_TYPE, "/resource_types", "planets"));
    assertThat(check(Target.everybody(List.of()), null, null, null))
        .containsExactly(new Finding(Code.VALUE_MISSING, "/permissions", ""));
  }

  @Test
  void findsThatItIsOverBeforeItBegins() {
    assertThat(check(FINE, NOON, NOON, null))
        .containsExactly(new Finding(Code.EXPIRES_BEFORE_START, "/expires", NOON.toString()));
  }

  @Test
  void findsWhatIsWrongInTheCondition() {
    Condition unknown = new Condition.Test("weather", Operator.EQ, List.of(Literal.of("fine")));
    assertThat(check(FINE, null, null, new Condition.Not(unknown)))
        .containsExactly(
            new Finding(Code.UNKNOWN_ATTRIBUTE, "/condition/not/attribute", "weather"));
  }

  private static List<Finding> check(
      Target target, Instant notBefore, Instant expires, Condition condition) {
    Policy policy =
        new Policy(
            new UUID(6, 1), "p", Effect.DENY, 0, false, notBefore, expires, target, condition);
    return PolicyChecker.check(policy, RoleGraph.builtIn());
  }
}
