package org.freehold.engine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.freehold.engine.access.Policy.Effect;
import org.freehold.engine.access.Policy.Target;
import org.freehold.engine.access.condition.Condition;
import org.freehold.engine.access.condition.Literal;
import org.freehold.engine.access.condition.Operator;
import org.junit.jupiter.api.Test;

class TenantSnapshotTest {

  private static final UUID ANN = new UUID(1, 1);
  private static final UUID TEAM = new UUID(3, 3);
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Environment ENV = Environment.at(NOW);
  private static final PermissionCatalogue CATALOGUE = PermissionCatalogue.builtIn();

  @Test
  void doesNotKnowSomebodyElsesPeople() {
    TenantSnapshot snapshot = snapshot(List.of(), List.of());
    assertThat(snapshot.subject(new UUID(1, 2), NOW)).isNull();
    assertThat(snapshot.facts(new UUID(1, 2))).isEmpty();
    assertThat(snapshot.subject(ANN, NOW)).isSameAs(snapshot.subject(ANN, NOW.plusSeconds(9)));
  }

  @Test
  void findsItsPeopleByTheirAddresses() {
    SubjectFacts ann = SubjectFacts.person(ANN, "Ann@One.example", Set.of(), Set.of());
    TenantSnapshot snapshot =
        TenantSnapshot.of(
            1,
            new TenantFacts(new UUID(9, 9), "active", "pro"),
            RoleGraph.builtIn(),
            List.of(),
            List.of(),
            List.of(ann, SubjectFacts.gone(new UUID(1, 2))));
    assertThat(snapshot.personWithEmail("ann@one.example")).contains(ANN);
    assertThat(snapshot.personWithEmail("bob@one.example")).isEmpty();
  }

  @Test
  void aGrantCountsFromItsFirstInstantUntilJustBeforeItsLast() {
    TenantSnapshot snapshot =
        snapshot(List.of(grant("viewer", NOW, NOW.plusSeconds(1))), List.of());
    assertThat(mayRead(snapshot, NOW.minusNanos(1))).isFalse();
    assertThat(mayRead(snapshot, NOW)).isTrue();
    assertThat(mayRead(snapshot, NOW.plusSeconds(1).minusNanos(1))).isTrue();
    assertThat(mayRead(snapshot, NOW.plusSeconds(1))).isFalse();
  }

  @Test
  void whatEndedLongAgoIsKeptForExplanationsOnly() {
    SubjectFacts ann = SubjectFacts.person(ANN, "ann@one.example", Set.of(), Set.of());
    TenantSnapshot snapshot =
        TenantSnapshot.of(
            1,
            new TenantFacts(new UUID(9, 9), "active", "pro"),
            RoleGraph.builtIn(),
            List.of(
                grant("viewer", NOW.minusSeconds(9), NOW.minusSeconds(5)),
                grant("viewer", NOW.plusSeconds(1), null)),
            List.of(),
            List.of(ann),
            NOW);
    Instant then = NOW.minusSeconds(7);
    assertThat(snapshot.subject(ANN, then)).isSameAs(snapshot.subject(ANN, NOW));
    assertThat(mayRead(snapshot, NOW)).isFalse();
    assertThat(mayRead(snapshot, NOW.plusSeconds(1))).isTrue();
    Action read = CATALOGUE.action("projects:read");
    Subject before = snapshot.stranger(ann, then);
    assertThat(snapshot.decide(before, read, null, Environment.at(then))).isEqualTo(Decision.ALLOW);
  }

  @Test
  void tellsWhatPoliciesGiveToRolesAndTeams() {
    TenantSnapshot snapshot =
        snapshot(
            List.of(),
            List.of(
                about(Effect.ALLOW, "jobs:read", false, null, Set.of("admin"), Set.of()),
                about(Effect.ALLOW, "roles:read", false, null, Set.of(), Set.of(TEAM)),
                about(Effect.DENY, "teams:read", false, null, Set.of("viewer"), Set.of(TEAM)),
                about(Effect.ALLOW, "users:read", true, null, Set.of("viewer"), Set.of(TEAM)),
                about(Effect.ALLOW, "files:read", false, NOW, Set.of("viewer"), Set.of(TEAM)),
                policy(Effect.ALLOW, "audit:read", null)));
    assertThat(given(snapshot, Set.of("viewer"), Set.of())).isEmpty();
    assertThat(given(snapshot, Set.of("viewer", "tenant_admin"), Set.of()))
        .containsExactly("jobs:read");
    assertThat(given(snapshot, Set.of(), Set.of(TEAM))).containsExactly("roles:read");
  }

  private static List<String> given(TenantSnapshot snapshot, Set<String> roles, Set<UUID> teams) {
    return snapshot.givenByPolicies(roles, teams, NOW).codes(CATALOGUE);
  }

  @Test
  void tellsWhatAPolicyGivesToWhomeverItIsAbout() {
    assertThat(given(policy(Effect.ALLOW, "audit:read", null))).containsExactly("audit:read");
    assertThat(given(about(Effect.ALLOW, "jobs:read", false, null, Set.of(), Set.of(TEAM))))
        .containsExactly("jobs:read");
    assertThat(given(policy(Effect.DENY, "audit:read", null))).isEmpty();
    assertThat(given(about(Effect.ALLOW, "jobs:read", true, null, Set.of(), Set.of()))).isEmpty();
    assertThat(given(about(Effect.ALLOW, "jobs:read", false, NOW, Set.of(), Set.of())))
        .as("it is over")
        .isEmpty();
    assertThat(snapshot(List.of(), List.of()).givenByPolicy(TEAM, NOW).codes(CATALOGUE)).isEmpty();
  }

  private static List<String> given(Policy policy) {
    Policy other = policy(Effect.ALLOW, "roles:read", null);
    TenantSnapshot snapshot = snapshot(List.of(), List.of(other, policy));
    return snapshot.givenByPolicy(policy.id(), NOW).codes(CATALOGUE);
  }

  @Test
  void tellsWhomAPolicySinglesOut() {
    Condition ofOne = new Condition.Test("subject.email_domain", Operator.EQ, texts("one.example"));
    Condition elsewhere = new Condition.Test("subject.email_domain", Operator.EQ, texts("b.c"));
    Condition secret = new Condition.Test("resource.classification", Operator.EQ, texts("PII"));
    assertThat(singledOut(policy(Effect.DENY, "jobs:read", null))).isFalse();
    assertThat(singledOut(policy(Effect.DENY, "jobs:read", secret))).isFalse();
    assertThat(singledOut(policy(Effect.DENY, "jobs:read", new Condition.Not(elsewhere)))).isTrue();
    assertThat(singledOut(policy(Effect.DENY, "jobs:read", ofOne))).isTrue();
    assertThat(singledOut(policy(Effect.DENY, "jobs:read", elsewhere))).isFalse();
    assertThat(singledOut(role("viewer", null))).isTrue();
    assertThat(singledOut(role("viewer", NOW))).as("it is over").isFalse();
    assertThat(singledOut(role("manager", null))).isFalse();
  }

  private static boolean singledOut(Policy policy) {
    TenantSnapshot snapshot = snapshot(List.of(grant("viewer", null, null)), List.of(policy));
    return snapshot.singlesOut(policy.id(), snapshot.subject(ANN, NOW), ENV);
  }

  private static List<Literal> texts(String text) {
    return List.of(Literal.of(text));
  }

  private static Policy role(String role, Instant expires) {
    return about(Effect.DENY, "jobs:read", false, expires, Set.of(role), Set.of());
  }

  private static Policy about(
      Effect effect,
      String permission,
      boolean reportOnly,
      Instant expires,
      Set<String> roles,
      Set<UUID> teams) {
    Target target = new Target(List.of(permission), Set.of(), roles, Set.of(), teams, Set.of());
    return new Policy(UUID.randomUUID(), "p", effect, 0, reportOnly, null, expires, target, null);
  }

  @Test
  void tellsWhatWasGivenAndCounts() {
    TenantSnapshot snapshot =
        snapshot(
            List.of(grant("manager", null, null), grant("viewer", NOW.plusSeconds(1), null)),
            List.of());
    SubjectFacts ann = snapshot.facts(ANN).orElseThrow();
    assertThat(snapshot.grantsOf(ann, NOW)).extracting(Grant::role).containsExactly("manager");
    assertThat(snapshot.grantsOf(ann, NOW.plusSeconds(1)))
        .extracting(Grant::role)
        .containsExactly("manager", "viewer");
  }

  @Test
  void aPolicyThatCannotBeReadDeniesAndDoesNotAllow() {
    Condition strange = new Condition.Test("weather", Operator.EQ, List.of(Literal.of("fine")));
    List<Grant> grants = List.of(grant("viewer", null, null));
    Action export = CATALOGUE.action("projects:export");
    TenantSnapshot allowing =
        snapshot(grants, List.of(policy(Effect.ALLOW, "projects:export", strange)));
    assertThat(allowing.decide(allowing.subject(ANN, NOW), export, null, ENV))
        .isEqualTo(Decision.DENY);
    TenantSnapshot denying =
        snapshot(grants, List.of(policy(Effect.DENY, "projects:read", strange)));
    assertThat(mayRead(denying, NOW)).isFalse();
  }

  @Test
  void grantsOfRolesThatAreGoneGiveNothing() {
    TenantSnapshot snapshot = snapshot(List.of(grant("gone", null, null)), List.of());
    assertThat(snapshot.subject(ANN, NOW).tenantPermissions().isEmpty()).isTrue();
  }

  @Test
  void aListIsNotRefusedForWhatOnlySomeOfItsRowsAre() {
    Condition secret =
        new Condition.Test(
            "resource.security_level", Operator.GE, List.of(Literal.of("restricted")));
    List<Grant> grants = List.of(grant("viewer", null, null));
    TenantSnapshot some = snapshot(grants, List.of(policy(Effect.DENY, "projects:read", secret)));
    Subject ann = some.subject(ANN, NOW);
    assertThat(some.mayList(ann, "projects", ENV)).isTrue();
    assertThat(some.decide(ann, CATALOGUE.action("projects:read"), null, ENV))
        .isEqualTo(Decision.DENY);
    assertThat(some.scope(ann, "projects", ENV).isEmpty()).isFalse();
    TenantSnapshot all = snapshot(grants, List.of(policy(Effect.DENY, "projects:read", null)));
    assertThat(all.mayList(all.subject(ANN, NOW), "projects", ENV)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> all.scope(ann, "planets", ENV));
  }

  @Test
  void decidesForSubjectsAndThingsOfOtherSystems() {
    PermissionCatalogue catalogue = CATALOGUE.with(List.of("record:read", "record:write"));
    Condition archived =
        new Condition.Test(
            "resource.properties.status", Operator.EQ, List.of(Literal.of("archived")));
    Condition admin =
        new Condition.Test("subject.properties.role", Operator.EQ, List.of(Literal.of("admin")));
    TenantSnapshot snapshot =
        TenantSnapshot.of(
            1,
            new TenantFacts(new UUID(9, 9), "active", "pro"),
            RoleGraph.of(catalogue, List.of()),
            List.of(),
            List.of(
                policy(Effect.ALLOW, "record:read", null),
                policy(Effect.ALLOW, "record:write", new Condition.All(List.of(archived, admin)))),
            List.of());
    Subject bob = stranger(snapshot, Map.of("role", "admin"));
    Action write = catalogue.action("record:write");
    assertThat(snapshot.decide(bob, write, record("archived"), ENV)).isEqualTo(Decision.ALLOW);
    assertThat(snapshot.decide(bob, write, record("active"), ENV)).isEqualTo(Decision.DENY);
    Subject alice = stranger(snapshot, Map.of());
    assertThat(snapshot.decide(alice, write, record("archived"), ENV)).isEqualTo(Decision.DENY);
    assertThat(catalogue.indexOf("projects:read")).isEqualTo(CATALOGUE.indexOf("projects:read"));
  }

  @Test
  void decidesWithoutGarbage() {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    for (long seed = 0; seed < 200; seed++) {
      WorldGenerator generator = new WorldGenerator(seed);
      TenantSnapshot snapshot = generator.world().snapshot();
      Environment env = generator.environment();
      UUID id = generator.subject();
      Action action = generator.action();
      List<ResourceFacts> things = new ArrayList<>();
      for (int count = 0; count < 20; count++) {
        things.add(generator.thing());
      }
      ask(snapshot, id, action, things, env);
      ask(snapshot, id, action, things, env);
      // The least of some: the compiler of the JVM charges the thread for what it does meanwhile.
      long least = Long.MAX_VALUE;
      for (int attempt = 0; attempt < 5 && least > 0; attempt++) {
        long before = threads.getThreadAllocatedBytes(thread);
        ask(snapshot, id, action, things, env);
        least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
      }
      assertThat(least).as("seed %s", seed).isZero();
    }
  }

  private static int ask(
      TenantSnapshot snapshot,
      UUID id,
      Action action,
      List<ResourceFacts> things,
      Environment env) {
    int allowed = 0;
    for (int position = 0; position < things.size(); position++) {
      Subject subject = snapshot.subject(id, env.now());
      if (snapshot.decide(subject, action, things.get(position), env) == Decision.ALLOW) {
        allowed++;
      }
    }
    return allowed;
  }

  private static Subject stranger(TenantSnapshot snapshot, Map<String, Object> properties) {
    Profile described = new Profile("person", "bob", null, Set.of(), properties);
    return snapshot.stranger(
        new SubjectFacts(
            Subject.Kind.USER,
            new UUID(0, 0),
            true,
            described,
            Set.of(),
            Set.of(),
            null,
            List.of()),
        NOW);
  }

  private static ResourceFacts record(String status) {
    return new ResourceFacts(
        "record",
        null,
        null,
        null,
        null,
        null,
        Set.of(),
        ResourceAttributes.ofProperties(Map.of("status", status)));
  }

  private static boolean mayRead(TenantSnapshot snapshot, Instant now) {
    return snapshot.decide(
            snapshot.subject(ANN, now),
            CATALOGUE.action("projects:read"),
            null,
            Environment.at(now))
        == Decision.ALLOW;
  }

  private static Grant grant(String role, Instant notBefore, Instant expires) {
    return new Grant(UUID.randomUUID(), Grant.Holder.USER, ANN, role, null, notBefore, expires);
  }

  private static Policy policy(Effect effect, String permission, Condition condition) {
    return new Policy(
        UUID.randomUUID(),
        "p",
        effect,
        0,
        false,
        null,
        null,
        Target.everybody(List.of(permission)),
        condition);
  }

  private static TenantSnapshot snapshot(List<Grant> grants, List<Policy> policies) {
    return TenantSnapshot.of(
        1,
        new TenantFacts(new UUID(9, 9), "active", "pro"),
        RoleGraph.builtIn(),
        grants,
        policies,
        List.of(SubjectFacts.person(ANN, "ann@one.example", Set.of(), Set.of())));
  }
}
