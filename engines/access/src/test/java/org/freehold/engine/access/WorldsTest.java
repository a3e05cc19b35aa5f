package org.freehold.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The compiled engine says of many made-up tenants what the naive evaluator says. */
class WorldsTest {

  static final int WORLDS = Boolean.getBoolean("freehold.proof") ? 100_000 : 3_000;
  private static final int QUESTIONS = 12;

  @Test
  void decidesAsTheNaiveEvaluator() {
    Map<Decision, Integer> seen = new EnumMap<>(Decision.class);
    for (long seed = 0; seed < WORLDS; seed++) {
      WorldGenerator generator = new WorldGenerator(seed);
      World world = generator.world();
      TenantSnapshot snapshot = world.snapshot();
      for (int question = 0; question < QUESTIONS; question++) {
        Environment env = generator.environment();
        UUID id = generator.subject();
        Action action = generator.action();
        ResourceFacts thing =
            generator.one(java.util.List.of(true, true, true, false)) ? generator.thing() : null;
        Decision decision = snapshot.decide(snapshot.subject(id, env.now()), action, thing, env);
        assertThat(decision)
            .as(() -> "seed " + world + "\n" + env + "\n" + id + " " + action + " " + thing)
            .isEqualTo(new NaiveEvaluator(world, env).decide(id, action.code(), thing));
        seen.merge(decision, 1, Integer::sum);
      }
    }
    int all = WORLDS * QUESTIONS;
    assertThat(seen.values()).allMatch(count -> count > all / 50);
  }

  @Test
  void aListHasTheRowsThatAreSeenOneByOne() {
    int listed = 0;
    for (long seed = 0; seed < WORLDS; seed++) {
      WorldGenerator generator = new WorldGenerator(seed);
      World world = generator.world();
      TenantSnapshot snapshot = world.snapshot();
      for (int question = 0; question < QUESTIONS / 2; question++) {
        Environment env = generator.environment();
        UUID id = generator.subject();
        ResourceFacts row = generator.thing();
        Subject subject = snapshot.subject(id, env.now());
        AccessScope scope = snapshot.scope(subject, row.resourceType(), env);
        Action read = snapshot.catalogue().action(row.resourceType() + ":read");
        boolean sees = snapshot.decide(subject, read, row, env) != Decision.HIDDEN;
        assertThat(scope.admits(row))
            .as(() -> world + "\n" + env + "\n" + id + " " + row + "\n" + scope)
            .isEqualTo(sees);
        assertThat(scope.isEmpty() && sees).isFalse();
        listed += sees ? 1 : 0;
      }
    }
    assertThat(listed).isGreaterThan(WORLDS);
  }
}
