package org.freehold.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.freehold.engine.access.LockOutGuard.State;
import org.freehold.engine.access.Policy.Effect;
import org.freehold.engine.access.Policy.Target;
import org.freehold.engine.access.condition.Condition;
import org.freehold.engine.access.condition.IpAddress;
import org.freehold.engine.access.condition.Literal;
import org.freehold.engine.access.condition.Operator;
import org.junit.jupiter.api.Test;

class LockOutGuardTest {

  private static final UUID ANN = new UUID(1, 1);
  private static final UUID BOB = new UUID(1, 2);
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final LockOut NOBODY = new LockOut(LockOut.Kind.NO_ADMINISTRATOR, null);
  private static final Environment ENV =
      new Environment(NOW, IpAddress.parse("192.0.2.1").orElseThrow(), 0, Map.of());

  private final TenantSnapshot both =
      snapshot(List.of(admin(ANN, null), admin(BOB, null)), List.of());
  private final TenantSnapshot annOnly = snapshot(List.of(admin(ANN, null)), List.of());

  @Test
  void letsAnAdministratorGoAsLongAsOneRemains() {
    assertThat(LockOutGuard.check(both, annOnly, "tenant_admin", ANN, ENV)).isEmpty();
    assertThat(LockOutGuard.check(annOnly, both, "tenant_admin", ANN, ENV)).isEmpty();
  }

  @Test
  void refusesToLetTheLastOneGo() {
    TenantSnapshot none = snapshot(List.of(), List.of());
    assertThat(LockOutGuard.check(annOnly, none, "tenant_admin", null, ENV))
        .containsExactly(NOBODY);
    assertThat(LockOutGuard.check(none, none, "tenant_admin", null, ENV))
        .as("was so before")
        .isEmpty();
  }

  @Test
  void countsOnlyThoseWhoCanCallAtAll() {
    State open = State.open(both);
    State annAlone = new State(both, subject -> subject.id().equals(ANN));
    State closed = new State(both, subject -> false);
    assertThat(LockOutGuard.check(open, annAlone, "tenant_admin", ANN, ENV)).isEmpty();
    assertThat(LockOutGuard.check(open, closed, "tenant_admin", ANN, ENV)).containsExactly(NOBODY);
    assertThat(LockOutGuard.check(closed, closed, "tenant_admin", ANN, ENV))
        .as("was so before")
        .isEmpty();
    State bobLeft = new State(snapshot(List.of(admin(BOB, null)), List.of()), annAlone.admitted());
    assertThat(LockOutGuard.check(annAlone, bobLeft, "tenant_admin", null, ENV))
        .containsExactly(NOBODY);
  }

  @Test
  void refusesThatTheLastOneEndsSomeDay() {
    TenantSnapshot ending = snapshot(List.of(admin(ANN, NOW.plusSeconds(60))), List.of());
    assertThat(LockOutGuard.check(annOnly, ending, "tenant_admin", ANN, ENV))
        .containsExactly(NOBODY);
    TenantSnapshot oneEnding =
        snapshot(List.of(admin(ANN, NOW.plusSeconds(60)), admin(BOB, null)), List.of());
    assertThat(LockOutGuard.check(both, oneEnding, "tenant_admin", ANN, ENV)).isEmpty();
  }

  @Test
  void knowsTheAdministratorsThatTeamsAndOtherRolesMake() {
    RoleDefinition boss =
        new RoleDefinition("boss", List.of(), List.of("tenant_admin"), List.of(), List.of(), null);
    UUID team = new UUID(3, 3);
    Grant given = new Grant(UUID.randomUUID(), Grant.Holder.TEAM, team, "boss", null, null, null);
    Grant ending =
        new Grant(
            UUID.randomUUID(), Grant.Holder.TEAM, team, "boss", null, null, NOW.plusSeconds(60));
    RoleGraph roles = RoleGraph.of(PermissionCatalogue.builtIn(), List.of(boss));
    SubjectFacts bob = SubjectFacts.person(BOB, "bob@one.example", Set.of(team), Set.of());
    SubjectFacts alone = SubjectFacts.person(BOB, "bob@one.example", Set.of(), Set.of());
    TenantSnapshot before = snapshot(roles, given, bob);
    assertThat(LockOutGuard.check(before, snapshot(roles, given, bob), "tenant_admin", null, ENV))
        .isEmpty();
    for (TenantSnapshot after :
        List.of(snapshot(roles, ending, bob), snapshot(roles, given, alone))) {
      assertThat(LockOutGuard.check(before, after, "tenant_admin", null, ENV))
          .containsExactly(NOBODY);
    }
  }

  private static TenantSnapshot snapshot(RoleGraph roles, Grant grant, SubjectFacts person) {
    TenantFacts tenant = new TenantFacts(new UUID(9, 9), "active", "pro");
    return TenantSnapshot.of(1, tenant, roles, List.of(grant), List.of(), List.of(person));
  }

  @Test
  void refusesThatTheSaverCannotTakeItBack() {
    TenantSnapshot bobOnly = snapshot(List.of(admin(BOB, null)), List.of());
    assertThat(LockOutGuard.check(both, bobOnly, "tenant_admin", ANN, ENV))
        .containsExactly(saver("roles:write"), saver("users:write"), saver("policies:write"));
    assertThat(LockOutGuard.check(both, bobOnly, "tenant_admin", BOB, ENV)).isEmpty();
  }

  @Test
  void refusesAPolicyThatShutsTheSaverOut() {
    assertThat(LockOutGuard.check(both, withNetwork("10.0.0.0/8"), "tenant_admin", ANN, ENV))
        .containsExactly(NOBODY, saver("policies:write"));
    assertThat(LockOutGuard.check(both, withNetwork("192.0.2.0/24"), "tenant_admin", ANN, ENV))
        .isEmpty();
  }

  @Test
  void aPolicyOverSomeThingsIsNoReasonToRefuse() {
    Policy secret =
        new Policy(
            new UUID(6, 2),
            "secret",
            Effect.DENY,
            0,
            false,
            null,
            null,
            Target.everybody(List.of("projects:*")),
            new Condition.Test("resource.classification", Operator.EQ, List.of(Literal.of("PHI"))));
    TenantSnapshot guarded = snapshot(List.of(admin(ANN, null)), List.of(secret));
    assertThat(LockOutGuard.check(annOnly, guarded, "tenant_admin", ANN, ENV)).isEmpty();
  }

  @Test
  void countsNoKeyAndNobodyWhoIsNotActive() {
    UUID key = new UUID(4, 4);
    TenantSnapshot keyOnly =
        TenantSnapshot.of(
            1,
            new TenantFacts(new UUID(9, 9), "active", "pro"),
            RoleGraph.builtIn(),
            List.of(admin(ANN, null)),
            List.of(),
            List.of(
                SubjectFacts.key(key, null, List.of("*:*")),
                new SubjectFacts(
                    Subject.Kind.USER,
                    ANN,
                    false,
                    Profile.NONE,
                    Set.of(),
                    Set.of(),
                    null,
                    List.of())));
    assertThat(LockOutGuard.check(annOnly, keyOnly, "tenant_admin", null, ENV))
        .containsExactly(NOBODY);
  }

  private static TenantSnapshot withNetwork(String network) {
    Policy policy =
        new Policy(
            new UUID(6, 1),
            "office",
            Effect.DENY,
            0,
            false,
            null,
            null,
            Target.everybody(List.of("policies:write")),
            new Condition.Test(
                "environment.address", Operator.NOT_IN_NETWORK, List.of(Literal.of(network))));
    return snapshot(List.of(admin(ANN, null), admin(BOB, null)), List.of(policy));
  }

  private static LockOut saver(String permission) {
    return new LockOut(LockOut.Kind.SAVER, permission);
  }

  private static Grant admin(UUID user, Instant expires) {
    return new Grant(
        UUID.randomUUID(), Grant.Holder.USER, user, "tenant_admin", null, null, expires);
  }

  private static TenantSnapshot snapshot(List<Grant> grants, List<Policy> policies) {
    return TenantSnapshot.of(
        1,
        new TenantFacts(new UUID(9, 9), "active", "pro"),
        RoleGraph.builtIn(),
        grants,
        policies,
        List.of(
            SubjectFacts.person(ANN, "ann@one.example", Set.of(), Set.of()),
            SubjectFacts.person(BOB, "bob@one.example", Set.of(), Set.of())));
  }
}
