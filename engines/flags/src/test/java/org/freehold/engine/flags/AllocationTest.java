package org.freehold.engine.flags;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Telling whether a flag is on makes no garbage. */
class AllocationTest {
  private static final int CALLS = 20_000;

  @Test
  void aBooleanAllocatesNothing() {
    FlagSet flags = FlagSet.of("production", List.of(needed(), flag()), List.of(segment()));
    FlagContext split = context(Map.of("role", List.of("x", "beta"), "version", "2.10.0"));
    FlagContext otherwise = context(Map.of("seats", 12, "version", "1.0.0-rc.1", "email", "ä@b.c"));
    assertThat(flags.evaluate("flag", split, 0).rule()).isEqualTo("split");
    assertThat(flags.evaluate("flag", otherwise, 0).rule()).isNull();

    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int on = 0;
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < CALLS; i++) {
        on += flags.isOn("flag", split, i, false) ? 1 : 0;
        on += flags.isOn("flag", otherwise, i, false) ? 1 : 0;
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(on).isPositive();
    // Asking the bean itself may cost something, of which a call's share is nothing.
    assertThat(least).isLessThan(CALLS / 10);
  }

  private static FlagContext context(Map<String, Object> attributes) {
    return new FlagContext("user-1", World.TENANT, World.TIER, attributes);
  }

  private static SegmentDefinition segment() {
    return new SegmentDefinition(
        "large",
        Set.of("user-7"),
        Set.of("user-8"),
        List.of(
            new Condition("tier", Operator.EQUALS, List.of(World.TIER), false),
            new Condition("seats", Operator.GREATER_THAN, List.of(100), false)));
  }

  private static FlagDefinition needed() {
    return flag("needed", List.of(), List.of(), Serve.variant("on"));
  }

  private static FlagDefinition flag() {
    Serve split = new Serve(null, List.of(new Share("on", 30_000), new Share("off", 70_000)));
    return flag(
        "flag",
        List.of(new Prerequisite("needed", Set.of("on"))),
        List.of(
            new Rule("ended", List.of(), null, Instant.EPOCH.minusSeconds(1), split),
            rule("segment", new Condition(null, Operator.IN_SEGMENT, List.of("large"), false)),
            rule("seats", new Condition("seats", Operator.IN, List.of(7, "many", 8), false)),
            rule("text", new Condition("email", Operator.ENDS_WITH, List.of(".com"), false)),
            new Rule(
                "split",
                List.of(
                    new Condition("role", Operator.IN, List.of("beta"), false),
                    new Condition(
                        "version", Operator.SEMVER_GREATER_THAN, List.of("2.9.0"), false)),
                null,
                null,
                split)),
        split);
  }

  private static Rule rule(String id, Condition condition) {
    return new Rule(id, List.of(condition), null, null, Serve.variant("off"));
  }

  private static FlagDefinition flag(
      String key, List<Prerequisite> needed, List<Rule> rules, Serve otherwise) {
    return new FlagDefinition(
        key,
        ValueType.BOOLEAN,
        List.of(new Variant("on", true), new Variant("off", false)),
        "off",
        FlagContext.TARGETING_KEY,
        null,
        needed,
        new Targeting(null, true, rules, otherwise),
        List.of());
  }
}
