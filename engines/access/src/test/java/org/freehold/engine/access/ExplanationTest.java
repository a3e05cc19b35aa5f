package org.freehold.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.freehold.engine.access.Policy.Effect;
import org.freehold.engine.access.Policy.Target;
import org.freehold.engine.access.condition.Condition;
import org.freehold.engine.access.condition.IpAddress;
import org.freehold.engine.access.condition.Literal;
import org.freehold.engine.access.condition.Operator;
import org.freehold.engine.access.condition.TimeWindow;
import org.freehold.engine.access.condition.Truth;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  private static final UUID ANN = new UUID(1, 1);
  private static final UUID KEY = new UUID(1, 2);
  private static final UUID WORKSPACE = new UUID(3, 1);

  /** A Friday. */
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private final List<RoleDefinition> roles = new ArrayList<>();
  private final List<Grant> grants = new ArrayList<>();
  private final List<Policy> policies = new ArrayList<>();
  private Environment env =
      new Environment(NOW, IpAddress.parse("192.0.2.1").orElseThrow(), 3_600, java.util.Map.of());

  @Test
  void namesTheRoleTheParentAndTheEntryThatGave() {
    roles.add(
        new RoleDefinition("lead", List.of(), List.of("developer"), List.of(), List.of(), null));
    Grant grant = give("lead", null);
    Explanation explanation = explain("projects:write", null);
    assertThat(explanation.decision()).isEqualTo(Decision.ALLOW);
    assertThat(explanation.reasons())
        .containsExactly(
            new Reason.HeldByRole("projects:write", grant, "developer", "projects:write"));
    assertThat(explanation.ways()).isEmpty();
  }

  @Test
  void offersTheRoleThatGivesLeastBesideWhatIsMissing() {
    roles.add(RoleDefinition.granting("exporter", List.of("projects:export")));
    give("viewer", null);
    Explanation explanation = explain("projects:export", null);
    assertThat(explanation.reasons()).containsExactly(new Reason.NotHeld("projects:export"));
    Remedy least = new Remedy.GrantRole(Grant.Holder.USER, ANN, "exporter", null, List.of());
    assertThat(explanation.ways()).first().isEqualTo(List.of(least));
    assertThat(least.requires()).isEqualTo("roles:write");
    assertThat(explanation.ways()).allMatch(way -> way.size() == 1);
  }

  @Test
  void offersARoleOfItsOwnWhenEveryOtherGivesMore() {
    give("viewer", null);
    Remedy alone = new Remedy.MakeRole(Grant.Holder.USER, ANN, "projects:export", null);
    assertThat(explain("projects:export", null).ways()).last().isEqualTo(List.of(alone));
    assertThat(alone.requires()).isEqualTo("roles:write");
    roles.add(RoleDefinition.granting("exporter", List.of("projects:export")));
    assertThat(explain("projects:export", null).ways()).doesNotContain(List.of(alone));
  }

  @Test
  void offersToTakeADenyAwayOrToEndItsGrant() {
    roles.add(
        new RoleDefinition(
            "careful", List.of(), List.of(), List.of(), List.of("projects:read"), null));
    give("developer", null);
    Grant careful = give("careful", null);
    Explanation explanation = explain("projects:write", null);
    assertThat(explanation.reasons())
        .contains(new Reason.DeniedByRole("projects:write", careful, "careful", "projects:read"));
    assertThat(explanation.ways())
        .containsExactly(
            List.of(new Remedy.EndGrant(careful.id(), "careful", null)),
            List.of(new Remedy.RemoveDenyEntry("careful", "projects:read")));
  }

  @Test
  void tellsWhichTestOfWhichPolicyDeniedAndHowToPassIt() {
    give("developer", null);
    Condition away = test("environment.address", Operator.NOT_IN_NETWORK, "10.0.0.0/8");
    Condition stale =
        new Condition.Test("environment.mfa_age_seconds", Operator.GT, List.of(Literal.of(600)));
    Policy policy = policy(Effect.DENY, "projects:write", new Condition.Any(List.of(away, stale)));
    Explanation explanation = explain("projects:write", null);
    assertThat(explanation.decision()).isEqualTo(Decision.DENY);
    assertThat(explanation.reasons())
        .contains(
            new Reason.DeniedByPolicy(
                "projects:write",
                policy,
                List.of(
                    new Reason.Tested("/any/0", (Condition.Test) away, Truth.YES),
                    new Reason.Tested("/any/1", (Condition.Test) stale, Truth.YES))));
    assertThat(explanation.ways())
        .containsExactly(List.of(new Remedy.ChangePolicy(policy.id(), policy.name())));
    policies.clear();
    policy(Effect.DENY, "projects:write", stale);
    assertThat(explain("projects:write", null).ways())
        .contains(List.of(new Remedy.AuthenticateAgain()));
    policies.clear();
    policy(Effect.DENY, "projects:write", away);
    assertThat(explain("projects:write", null).ways())
        .contains(List.of(new Remedy.ComeFromNetwork("10.0.0.0/8", true)));
  }

  @Test
  void tellsHowLongToWait() {
    give("viewer", null);
    TimeWindow monday =
        new TimeWindow(Set.of(DayOfWeek.MONDAY), 540, 600, ZoneId.of("Europe/Berlin"));
    policy(
        Effect.ALLOW,
        "projects:export",
        new Condition.Test(
            "environment.time", Operator.WITHIN, List.of(new Literal.Window(monday))));
    assertThat(explain("projects:export", null).ways())
        .contains(List.of(new Remedy.WaitUntil(Instant.parse("2026-11-23T08:00:00Z"))));
    policies.clear();
    grants.add(
        new Grant(
            UUID.randomUUID(), Grant.Holder.USER, ANN, "manager", null, NOW.plusSeconds(9), null));
    assertThat(explain("projects:admin", null).ways())
        .contains(List.of(new Remedy.WaitUntil(NOW.plusSeconds(9))));
  }

  @Test
  void tellsWhyAThingIsHiddenAndWhatTogetherWouldShowIt() {
    give("viewer", null);
    ResourceFacts secret =
        new ResourceFacts(
            "projects", new UUID(7, 7), WORKSPACE, null, null, Visibility.PRIVATE, Set.of());
    Explanation explanation = explain("projects:write", secret);
    assertThat(explanation.decision()).isEqualTo(Decision.HIDDEN);
    assertThat(explanation.reasons())
        .contains(
            new Reason.OutsideWorkspace(WORKSPACE),
            new Reason.NotShown(Visibility.PRIVATE),
            new Reason.NotHeld("projects:write"));
    assertThat(explanation.ways())
        .contains(
            List.of(
                new Remedy.GrantRole(
                    Grant.Holder.USER, ANN, "manager", WORKSPACE, extra("manager"))));
    assertThat(explain("projects:read", secret).ways())
        .first()
        .isEqualTo(
            List.of(
                new Remedy.JoinWorkspace(WORKSPACE),
                new Remedy.ShareThing("projects", secret.id())));
  }

  @Test
  void aKeyIsToldWhetherItOrItsMakerLacksThePermission() {
    SubjectFacts key = SubjectFacts.key(KEY, ANN, List.of("projects:write"));
    give("viewer", null);
    Explanation explanation =
        world(key).snapshot().explain(key, action("projects:write"), null, env);
    assertThat(explanation.reasons())
        .containsExactly(
            new Reason.HeldByKey("projects:write", "projects:write"),
            new Reason.MakerLacks("projects:write", ANN));
    assertThat(explanation.ways())
        .isNotEmpty()
        .allMatch(
            way ->
                way.get(0) instanceof Remedy.MakeRole made
                    ? made.holderId().equals(ANN)
                    : ((Remedy.GrantRole) way.get(0)).holderId().equals(ANN));
    give("developer", null);
    explanation = world(key).snapshot().explain(key, action("tasks:write"), null, env);
    assertThat(explanation.ways())
        .containsExactly(List.of(new Remedy.WidenKey(KEY, "tasks:write")));
  }

  @Test
  void tellsWhatAReportOnlyPolicyWouldDo() {
    give("developer", null);
    Policy policy = policy(Effect.DENY, "projects:*", null);
    Policy reportOnly =
        new Policy(policy.id(), "p", Effect.DENY, 0, true, null, null, policy.target(), null);
    policies.set(0, reportOnly);
    Explanation explanation = explain("projects:write", null);
    assertThat(explanation.decision()).isEqualTo(Decision.ALLOW);
    assertThat(explanation.reported())
        .containsExactly(new Explanation.Reported(reportOnly, Decision.DENY));
  }

  @Test
  void aCallIsToldOnlyOfWhatWouldHaveChangedIt() {
    give("developer", null);
    Policy refusing = reportOnly(Effect.DENY, "projects:write", null);
    Policy giving = reportOnly(Effect.ALLOW, "roles:write", null);
    reportOnly(Effect.DENY, "roles:write", null);
    reportOnly(Effect.ALLOW, "projects:write", null);
    Condition elsewhere = test("environment.address", Operator.IN_NETWORK, "10.0.0.0/8");
    reportOnly(Effect.DENY, "projects:write", elsewhere);
    assertThat(wouldChange("projects:write")).containsExactly(refusing);
    assertThat(wouldChange("roles:write")).containsExactly(giving);
    policy(Effect.DENY, "roles:write", null);
    assertThat(wouldChange("roles:write")).isEmpty();
  }

  @Test
  void otherPeoplesGrantsAreNoMoments() {
    give("viewer", null);
    for (int other = 1; other <= 300; other++) {
      grants.add(
          new Grant(
              UUID.randomUUID(),
              Grant.Holder.USER,
              new UUID(2, other),
              "manager",
              null,
              NOW.plusSeconds(other),
              null));
    }
    Instant start = NOW.plusSeconds(9_000);
    grants.add(new Grant(UUID.randomUUID(), Grant.Holder.USER, ANN, "manager", null, start, null));
    assertThat(explain("projects:admin", null).ways())
        .contains(List.of(new Remedy.WaitUntil(start)));
  }

  private Policy reportOnly(Effect effect, String permission, Condition condition) {
    Policy live = policy(effect, permission, condition);
    Policy policy =
        new Policy(live.id(), live.name(), effect, 0, true, null, null, live.target(), condition);
    policies.set(policies.size() - 1, policy);
    return policy;
  }

  private List<Policy> wouldChange(String permission) {
    TenantSnapshot snapshot =
        world(SubjectFacts.person(ANN, "ann@one.example", Set.of(), Set.of())).snapshot();
    Subject ann = snapshot.subject(ANN, NOW);
    Action action = action(permission);
    return snapshot.wouldChange(snapshot.decide(ann, action, null, env), ann, action, null, env);
  }

  @Test
  void saysOfRandomTenantsWhatTheEngineDecides() {
    int ways = 0;
    for (long seed = 0; seed < WorldsTest.WORLDS / 10; seed++) {
      WorldGenerator generator = new WorldGenerator(seed);
      World world = generator.world();
      TenantSnapshot snapshot = world.snapshot();
      Environment around = generator.environment();
      SubjectFacts facts = snapshot.facts(generator.subject()).orElseThrow();
      Action action = generator.action();
      ResourceFacts thing = generator.thing();
      Explanation explanation = snapshot.explain(facts, action, thing, around);
      assertThat(explanation.decision())
          .isEqualTo(new NaiveEvaluator(world, around).decide(facts.id(), action.code(), thing));
      assertThat(explanation.reasons()).isNotEmpty();
      for (List<Remedy> way : explanation.ways()) {
        assertThat(explanation.decision()).isNotEqualTo(Decision.ALLOW);
        assertThat(way).hasSameSizeAs(explanation.ways().get(0));
        ways++;
      }
    }
    assertThat(ways).isGreaterThan(WorldsTest.WORLDS / 20);
  }

  private static List<String> extra(String role) {
    PermissionSet viewer = BuiltInRoles.permissionsOf(List.of("viewer"));
    return BuiltInRoles.permissionsOf(List.of(role))
        .minus(viewer)
        .minus(PermissionSet.of(action("projects:write").index()))
        .codes(PermissionCatalogue.builtIn());
  }

  private Explanation explain(String permission, ResourceFacts thing) {
    SubjectFacts ann = SubjectFacts.person(ANN, "ann@one.example", Set.of(), Set.of());
    return world(ann).snapshot().explain(ann, action(permission), thing, env);
  }

  private World world(SubjectFacts facts) {
    SubjectFacts ann = SubjectFacts.person(ANN, "ann@one.example", Set.of(), Set.of());
    List<SubjectFacts> all = facts.id().equals(ANN) ? List.of(ann) : List.of(ann, facts);
    return new World(
        new TenantFacts(new UUID(9, 9), "active", "pro"), roles, grants, policies, all);
  }

  private Grant give(String role, UUID workspace) {
    Grant grant = new Grant(UUID.randomUUID(), Grant.Holder.USER, ANN, role, workspace, null, null);
    grants.add(grant);
    return grant;
  }

  private Policy policy(Effect effect, String permission, Condition condition) {
    Policy policy =
        new Policy(
            UUID.randomUUID(),
            "policy",
            effect,
            0,
            false,
            null,
            null,
            Target.everybody(List.of(permission)),
            condition);
    policies.add(policy);
    return policy;
  }

  private static Condition test(String attribute, Operator operator, String value) {
    return new Condition.Test(attribute, operator, List.of(Literal.of(value)));
  }

  private static Action action(String permission) {
    return PermissionCatalogue.builtIn().action(permission);
  }
}
