package org.freehold.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.freehold.engine.access.Policy.Effect;
import org.freehold.engine.access.Policy.Target;
import org.junit.jupiter.api.Test;

/** What must be true of every tenant, whatever its rules. */
class LawsTest {

  private static final int WORLDS = WorldsTest.WORLDS / 3;

  /** One question about one made-up tenant. */
  private record Asked(World world, UUID id, Action action, ResourceFacts thing, Environment env) {

    static Asked of(long seed) {
      WorldGenerator generator = new WorldGenerator(seed);
      return new Asked(
          generator.world(),
          generator.subject(),
          generator.action(),
          generator.thing(),
          generator.environment());
    }

    Decision decision() {
      return decisionIn(world);
    }

    Decision decisionIn(World other) {
      TenantSnapshot snapshot = other.snapshot();
      return snapshot.decide(snapshot.subject(id, env.now()), action, thing, env);
    }
  }

  @Test
  void aDenyOnlyTakes() {
    int taken = 0;
    for (long seed = 0; seed < WORLDS; seed++) {
      Asked asked = Asked.of(seed);
      Decision before = asked.decision();
      RoleDefinition careful =
          new RoleDefinition(
              "careful", List.of(), List.of(), List.of(), List.of(asked.action().code()), null);
      World stricter =
          asked
              .world()
              .withRoles(with(asked.world().roles(), careful))
              .withGrants(with(asked.world().grants(), grant(asked, "careful")));
      Decision after = asked.decisionIn(stricter);
      assertThat(after).as("seed %s", seed).isNotEqualTo(Decision.ALLOW);
      taken += before == Decision.ALLOW ? 1 : 0;
      World denied =
          asked
              .world()
              .withPolicies(
                  with(asked.world().policies(), policy(Effect.DENY, asked.action().code())));
      assertThat(asked.decisionIn(denied)).as("seed %s", seed).isNotEqualTo(Decision.ALLOW);
    }
    assertThat(taken).isGreaterThan(WORLDS / 20);
  }

  @Test
  void anotherParentWithoutDeniesOnlyGives() {
    int given = 0;
    for (long seed = 0; seed < WORLDS; seed++) {
      Asked asked = Asked.of(seed);
      if (looksAtRoles(asked.world())) {
        continue;
      }
      List<RoleDefinition> roles = new ArrayList<>(asked.world().roles());
      RoleDefinition first = roles.get(0);
      roles.set(
          0,
          new RoleDefinition(
              first.name(),
              first.aliases(),
              with(first.parents(), "manager"),
              first.grants(),
              first.denies(),
              null));
      Decision before = asked.decision();
      Decision after = asked.decisionIn(asked.world().withRoles(roles));
      assertThat(rank(after)).as("seed %s", seed).isGreaterThanOrEqualTo(rank(before));
      given += after != before ? 1 : 0;
    }
    assertThat(given).isPositive();
  }

  @Test
  void aWildcardIsTheListOfWhatItMeans() {
    List<String> codes = PermissionCatalogue.builtIn().codes();
    for (long seed = 0; seed < WORLDS; seed++) {
      Asked asked = Asked.of(seed);
      List<RoleDefinition> spelled = new ArrayList<>();
      for (RoleDefinition role : asked.world().roles()) {
        spelled.add(
            new RoleDefinition(
                role.name(),
                role.aliases(),
                role.parents(),
                spell(role.grants(), codes),
                spell(role.denies(), codes),
                null));
      }
      assertThat(asked.decisionIn(asked.world().withRoles(spelled)))
          .as("seed %s", seed)
          .isEqualTo(asked.decision());
    }
  }

  @Test
  void aGrantThatIsOverIsNoGrant() {
    for (long seed = 0; seed < WORLDS; seed++) {
      Asked asked = Asked.of(seed);
      List<Grant> counting =
          asked.world().grants().stream()
              .filter(grant -> grant.countsAt(asked.env().now()))
              .map(LawsTest::forEver)
              .toList();
      assertThat(asked.decisionIn(asked.world().withGrants(counting)))
          .as("seed %s", seed)
          .isEqualTo(asked.decision());
    }
  }

  @Test
  void aKeyMayNothingThatItsMakerMayNot() {
    int allowed = 0;
    for (long seed = 0; seed < WORLDS; seed++) {
      Asked asked = Asked.of(seed);
      TenantSnapshot snapshot = asked.world().snapshot();
      SubjectFacts key = snapshot.facts(WorldGenerator.KEYS.get(0)).orElseThrow();
      Subject subject = snapshot.subject(key.id(), asked.env().now());
      Subject maker = snapshot.subject(key.makerId(), asked.env().now());
      Decision decision = snapshot.decide(subject, asked.action(), asked.thing(), asked.env());
      if (decision == Decision.ALLOW) {
        assertThat(maker).isNotNull();
        assertThat(snapshot.decide(maker, asked.action(), asked.thing(), asked.env()))
            .as("seed %s", seed)
            .isEqualTo(Decision.ALLOW);
        allowed++;
      }
    }
    assertThat(allowed).isPositive();
  }

  @Test
  void aReportOnlyPolicyChangesNothing() {
    for (long seed = 0; seed < WORLDS; seed++) {
      Asked asked = Asked.of(seed);
      List<Policy> enforced =
          asked.world().policies().stream().filter(policy -> !policy.reportOnly()).toList();
      assertThat(asked.decisionIn(asked.world().withPolicies(enforced)))
          .as("seed %s", seed)
          .isEqualTo(asked.decision());
    }
  }

  /** Whether a policy counts somebody's roles, so that another role may bring a deny. */
  private static boolean looksAtRoles(World world) {
    return world.policies().stream()
        .anyMatch(
            policy ->
                !policy.target().roles().isEmpty()
                    || String.valueOf(policy.condition()).contains("subject.roles"));
  }

  private static int rank(Decision decision) {
    return switch (decision) {
      case HIDDEN -> 0;
      case DENY -> 1;
      case ALLOW -> 2;
    };
  }

  private static Grant grant(Asked asked, String role) {
    boolean key = WorldGenerator.KEYS.contains(asked.id());
    Grant.Holder holder = key ? Grant.Holder.API_KEY : Grant.Holder.USER;
    return new Grant(UUID.randomUUID(), holder, asked.id(), role, null, null, null);
  }

  private static Grant forEver(Grant grant) {
    return new Grant(
        grant.id(),
        grant.holder(),
        grant.holderId(),
        grant.role(),
        grant.workspaceId(),
        null,
        null);
  }

  private static Policy policy(Effect effect, String permission) {
    Target target =
        new Target(List.of(permission), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    return new Policy(UUID.randomUUID(), "p", effect, 0, false, null, null, target, null);
  }

  private static List<String> spell(List<String> entries, List<String> codes) {
    return entries.stream()
        .flatMap(
            entry -> codes.stream().filter(code -> code.matches(entry.replace("*", "[a-z_]*"))))
        .distinct()
        .toList();
  }

  private static <T> List<T> with(List<T> all, T more) {
    List<T> longer = new ArrayList<>(all);
    longer.add(more);
    return longer;
  }
}
