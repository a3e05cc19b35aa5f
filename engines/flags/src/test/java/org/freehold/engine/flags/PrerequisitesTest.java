package org.freehold.engine.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Five floors of five flags, each of which needs all of the floor below. */
class PrerequisitesTest {
  private static final int FLOORS = 6;
  private static final int WIDE = 5;

  private final FlagSet flags = FlagSet.of("production", tower(), List.of());
  private final Looks looks = new Looks();
  private final FlagContext context = new FlagContext("user-1", "tenant", "pro", looks);

  /** Attributes that count how often a condition looks at one. */
  private static final class Looks extends HashMap<String, Object> {
    private static final long serialVersionUID = 1;
    private int count;

    Looks() {
      super(Map.of("asked", "yes"));
    }

    @Override
    public Object get(Object name) {
      count++;
      return super.get(name);
    }
  }

  private static List<FlagDefinition> tower() {
    List<FlagDefinition> flags = new ArrayList<>();
    for (int floor = 0; floor < FLOORS; floor++) {
      int below = floor - 1;
      for (int i = 0; i < WIDE; i++) {
        List<Prerequisite> needed =
            floor == 0
                ? List.of()
                : IntStream.range(0, WIDE)
                    .mapToObj(j -> new Prerequisite(key(below, j), Set.of("on")))
                    .toList();
        flags.add(flag(key(floor, i), needed));
      }
    }
    return flags;
  }

  private static String key(int floor, int place) {
    return "flag-" + floor + "-" + place;
  }

  private static FlagDefinition flag(String key, List<Prerequisite> needed) {
    Condition asked = new Condition("asked", Operator.EQUALS, List.of("yes"), false);
    Rule rule = new Rule("asked", List.of(asked), null, null, Serve.variant("on"));
    return new FlagDefinition(
        key,
        ValueType.BOOLEAN,
        List.of(new Variant("on", true), new Variant("off", false)),
        "off",
        FlagContext.TARGETING_KEY,
        null,
        needed,
        new Targeting(null, true, List.of(rule), Serve.variant("off")),
        List.of());
  }

  @Test
  void eachIsEvaluatedOnceForAQuestion() {
    assertThat(flags.isOn(key(FLOORS - 1, 0), context, 0, false)).isTrue();
    assertThat(looks.count).isEqualTo((FLOORS - 1) * WIDE + 1);
  }

  @Test
  void eachIsEvaluatedOnceForAQuestionAboutAll() {
    assertThat(flags.evaluateAll(context, 0))
        .hasSize(FLOORS * WIDE)
        .allMatch(one -> one.variant().equals("on"));
    assertThat(looks.count).isEqualTo(FLOORS * WIDE);
  }
}
