package org.freehold.engine.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The compiled flags of many made-up tenants say what the naive evaluator says. */
class WorldsTest {
  private static final int WORLDS = Boolean.getBoolean("freehold.proof") ? 100_000 : 3_000;
  private static final int QUESTIONS = 10;

  @Test
  void evaluatesAsTheNaiveEvaluator() {
    Map<Reason, Integer> seen = new EnumMap<>(Reason.class);
    for (long seed = 0; seed < WORLDS; seed++) {
      Random random = new Random(seed);
      World world = World.of(random);
      FlagSet flags = FlagSet.of(world.environment(), world.flags(), world.segments());
      for (int i = 0; i < QUESTIONS; i++) {
        Map<String, Object> context = World.context(random);
        Instant now = World.NOON.plusSeconds(random.nextInt(3) - 1L);
        String key = "flag-" + random.nextInt(5);
        Evaluation told = flags.evaluate(key, engineContext(context), now.toEpochMilli());
        assertThat(new NaiveEvaluator.Told(told.variant(), told.reason(), told.rule()))
            .as(() -> world + "\n" + context + "\n" + now + " " + key)
            .isEqualTo(new NaiveEvaluator(world, context, now).evaluate(key));
        assertThat(flags.explain(key, engineContext(context), now.toEpochMilli()).evaluation())
            .isEqualTo(told);
        if (told.found()) {
          assertThat(flags.evaluateAll(engineContext(context), now.toEpochMilli())).contains(told);
        }
        seen.merge(told.reason(), 1, Integer::sum);
      }
    }
    int all = WORLDS * QUESTIONS;
    assertThat(seen).hasSize(Reason.values().length);
    assertThat(seen.values()).allMatch(count -> count > all / 50);
  }

  @Test
  void nothingIsWrongWithTheirFlags() {
    for (long seed = 0; seed < WORLDS / 10; seed++) {
      World world = World.of(new Random(seed));
      Set<String> segments =
          world.segments().stream().map(SegmentDefinition::key).collect(Collectors.toSet());
      for (FlagDefinition flag : world.flags()) {
        assertThat(FlagChecker.check(flag, world.flags(), segments)).as(world::toString).isEmpty();
      }
      world.segments().forEach(one -> assertThat(FlagChecker.check(one)).isEmpty());
    }
  }

  /** Between two turns the same context has the same values. */
  @Test
  void valuesOnlyChangeAtTurns() {
    for (long seed = 0; seed < WORLDS / 10; seed++) {
      Random random = new Random(seed);
      World world = World.of(random);
      FlagSet flags = FlagSet.of(world.environment(), world.flags(), world.segments());
      FlagContext context = engineContext(World.context(random));
      Map<Integer, List<Evaluation>> byTurn = new HashMap<>();
      for (long now = -2_000; now <= 3_000; now += 250) {
        long moment = World.NOON.toEpochMilli() + now;
        List<Evaluation> told =
            flags.keys().stream().map(key -> flags.evaluate(key, context, moment)).toList();
        List<Evaluation> before = byTurn.putIfAbsent(flags.turnsUntil(moment), told);
        assertThat(before == null || before.equals(told)).as(world::toString).isTrue();
      }
    }
  }

  private static FlagContext engineContext(Map<String, Object> context) {
    return new FlagContext((String) context.get("targetingKey"), World.TENANT, World.TIER, context);
  }
}
