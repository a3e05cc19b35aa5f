package org.freehold.engine.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlagCheckerTest {
  private static final Serve ON = Serve.variant("on");

  @Test
  void tellsThePlaceOfEachFault() {
    FlagDefinition flag =
        new FlagDefinition(
            "f",
            ValueType.BOOLEAN,
            List.of(new Variant("on", true), new Variant("on", "no boolean")),
            "gone",
            null,
            null,
            List.of(new Prerequisite("nothing", Set.of("on"))),
            new Targeting(
                null,
                true,
                List.of(
                    rule("r", new Condition(null, Operator.EQUALS, List.of("x"), false)),
                    rule("r", new Condition("v", Operator.SEMVER_EQUAL, List.of("1.0"), false)),
                    rule("s", new Condition(null, Operator.IN_SEGMENT, List.of("none"), false)),
                    rule("t", new Condition("n", Operator.LESS_THAN, List.of("1"), false)),
                    rule("u", new Condition("a", Operator.BEFORE, List.of("today"), false)),
                    rule("w", new Condition("a", Operator.PRESENT, List.of("x"), false)),
                    rule("x", new Condition("a", Operator.IN, List.of(), false)),
                    new Rule("y", List.of(), Instant.EPOCH.plusSeconds(1), Instant.EPOCH, ON)),
                new Serve("on", List.of(new Share("on", 1)))),
            List.of(
                new Targeting("staging", null, null, null),
                new Targeting(
                    "staging",
                    null,
                    null,
                    new Serve(
                        null,
                        List.of(
                            new Share("on", 50_000), new Share("on", -1), new Share("gone", 1))))));
    assertThat(FlagChecker.check(flag, List.of(), Set.of("known")))
        .extracting(finding -> finding.pointer() + " " + finding.code())
        .containsExactlyInAnyOrder(
            "/variants/1/name duplicate",
            "/variants/1/value type",
            "/off_variant unknown_variant",
            "/rules/0/conditions/0/attribute required",
            "/rules/1/id duplicate",
            "/rules/1/conditions/0/values/0 type",
            "/rules/2/conditions/0/values/0 unknown_segment",
            "/rules/3/conditions/0/values/0 type",
            "/rules/4/conditions/0/values/0 type",
            "/rules/5/conditions/0/values not_allowed",
            "/rules/6/conditions/0/values required",
            "/rules/7/expires range",
            "/otherwise one_of",
            "/environments/1/name duplicate",
            "/environments/1/otherwise/split/1/variant duplicate",
            "/environments/1/otherwise/split/1/percent range",
            "/environments/1/otherwise/split/2/variant unknown_variant",
            "/environments/1/otherwise/split sum",
            "/prerequisites/0/flag unknown_flag");
  }

  @Test
  void refusesFlagsThatNeedEachOther() {
    FlagDefinition a = needing("a", "b");
    FlagDefinition b = needing("b", "c");
    FlagDefinition c = needing("c", "a");
    assertThat(FlagChecker.check(a, List.of(b, needing("c")), Set.of())).isEmpty();
    assertThat(FlagChecker.check(c, List.of(a, b, needing("c")), Set.of()))
        .containsExactly(
            new Finding(
                "/prerequisites/0/flag",
                "circle",
                "The flag a needs this one, directly or by others."));
    assertThat(FlagChecker.check(needing("a", "a"), List.of(), Set.of()))
        .extracting(Finding::code)
        .containsExactly("circle");
  }

  @Test
  void refusesTooLongAWay() {
    List<FlagDefinition> others = new ArrayList<>(List.of(needing("f0")));
    for (int i = 1; i <= 5; i++) {
      FlagDefinition next = needing("f" + i, "f" + (i - 1));
      assertThat(FlagChecker.check(next, others, Set.of())).isEmpty();
      others.add(next);
    }
    assertThat(FlagChecker.check(needing("f6", "f5"), others, Set.of()))
        .extracting(Finding::code)
        .containsExactly("depth");
    assertThat(FlagChecker.check(needing("f0", "g"), with(others, needing("g")), Set.of()))
        .extracting(Finding::code)
        .containsExactly("depth");
  }

  @Test
  void keepsTheVariantsThatOthersNeed() {
    FlagDefinition without =
        new FlagDefinition(
            "a",
            ValueType.STRING,
            List.of(new Variant("red", "r")),
            "red",
            null,
            null,
            List.of(),
            new Targeting(null, true, List.of(), Serve.variant("red")),
            List.of());
    assertThat(FlagChecker.check(without, List.of(needing("b", "a")), Set.of()))
        .extracting(finding -> finding.pointer() + " " + finding.code())
        .containsExactly("/variants unknown_variant");
  }

  @Test
  void aSegmentNamesNoSegments() {
    Condition nested = new Condition(null, Operator.IN_SEGMENT, List.of("other"), false);
    assertThat(FlagChecker.check(new SegmentDefinition("s", Set.of(), Set.of(), List.of(nested))))
        .extracting(Finding::pointer)
        .containsExactly("/conditions/0/operator");
  }

  /** A value of each type that is none of the others. */
  @Test
  void everyTypeTakesItsValuesOnly() {
    List<Object> values = List.of(true, "text", 1.5, Map.of("a", 1));
    for (int type = 0; type < values.size(); type++) {
      for (int value = 0; value < values.size(); value++) {
        FlagDefinition flag = of(ValueType.values()[type], values.get(value));
        assertThat(FlagChecker.check(flag, List.of(), Set.of()).isEmpty()).isEqualTo(type == value);
      }
    }
  }

  private static List<FlagDefinition> with(List<FlagDefinition> flags, FlagDefinition more) {
    List<FlagDefinition> all = new ArrayList<>(flags);
    all.add(more);
    return all;
  }

  private static Rule rule(String id, Condition condition) {
    return new Rule(id, List.of(condition), null, null, ON);
  }

  private static FlagDefinition of(ValueType type, Object value) {
    return new FlagDefinition(
        "f",
        type,
        List.of(new Variant("on", value)),
        "on",
        null,
        null,
        List.of(),
        new Targeting(null, true, List.of(), ON),
        List.of());
  }

  private static FlagDefinition needing(String key, String... needed) {
    return new FlagDefinition(
        key,
        ValueType.BOOLEAN,
        List.of(new Variant("on", true), new Variant("off", false)),
        "off",
        null,
        null,
        java.util.Arrays.stream(needed).map(flag -> new Prerequisite(flag, Set.of("on"))).toList(),
        new Targeting(null, true, List.of(), ON),
        List.of());
  }
}
