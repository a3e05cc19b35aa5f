package org.freehold.engine.flags;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A tenant with flags that somebody might have made up, where conditions often nearly hold. */
record World(String environment, List<FlagDefinition> flags, List<SegmentDefinition> segments) {
  static final String TENANT = "0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e0a";
  static final String TIER = "professional";
  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private static final List<String> TEXTS = List.of("a", "ab", "abc", "b", "bc", "ä", "user-1");
  private static final List<Object> NUMBERS = List.of(-1, 0, 1, 1.5, 2L, 1e9);
  private static final List<String> VERSIONS =
      List.of("0.9.0", "1.0.0-alpha", "1.0.0-beta", "1.0.0", "1.2.10", "1.10.2");
  private static final List<String> MOMENTS =
      List.of("2026-11-20T00:00:00Z", "2026-11-21T12:00:00Z", "2027-01-01T00:00:00Z");
  private static final List<String> ATTRIBUTES =
      List.of("targetingKey", "tenant", "tier", "user", "role", "text", "number", "version", "at");

  static World of(Random random) {
    List<SegmentDefinition> segments = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      segments.add(
          new SegmentDefinition(
              "segment-" + i,
              random.nextBoolean() ? Set.of(one(random, TEXTS)) : Set.of(),
              random.nextBoolean() ? Set.of(one(random, TEXTS)) : Set.of(),
              conditions(random, false)));
    }
    List<FlagDefinition> flags = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      flags.add(flag(random, i));
    }
    return new World(one(random, List.of("production", "staging")), flags, segments);
  }

  private static FlagDefinition flag(Random random, int number) {
    List<Prerequisite> needed = new ArrayList<>();
    if (number > 0 && random.nextInt(3) == 0) {
      needed.add(new Prerequisite("flag-" + random.nextInt(number), Set.of("on", "other")));
    }
    List<Targeting> own = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      own.add(
          new Targeting(
              "staging",
              random.nextBoolean() ? random.nextBoolean() : null,
              random.nextBoolean() ? rules(random) : null,
              random.nextBoolean() ? serve(random) : null));
    }
    return new FlagDefinition(
        "flag-" + number,
        ValueType.STRING,
        List.of(new Variant("on", "1"), new Variant("off", "0"), new Variant("other", "2")),
        "off",
        random.nextBoolean() ? one(random, ATTRIBUTES) : null,
        random.nextInt(3) == 0 ? "group" : null,
        needed,
        new Targeting(null, random.nextInt(5) > 0, rules(random), serve(random)),
        own);
  }

  private static List<Rule> rules(Random random) {
    List<Rule> rules = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      Instant turn = NOON.plusSeconds(random.nextInt(3) - 1L);
      int time = random.nextInt(8);
      rules.add(
          new Rule(
              "rule-" + i,
              conditions(random, true),
              time == 0 ? turn : null,
              time == 1 ? turn : null,
              serve(random)));
    }
    return rules;
  }

  private static Serve serve(Random random) {
    if (random.nextInt(3) > 0) {
      return Serve.variant(one(random, List.of("on", "off", "other")));
    }
    int on = random.nextInt(Share.WHOLE + 1);
    int other = random.nextInt(Share.WHOLE + 1 - on);
    return new Serve(
        null,
        List.of(
            new Share("on", on),
            new Share("other", other),
            new Share("off", Share.WHOLE - on - other)));
  }

  private static List<Condition> conditions(Random random, boolean mayNameSegments) {
    List<Condition> conditions = new ArrayList<>();
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      conditions.add(condition(random, mayNameSegments));
    }
    return conditions;
  }

  private static Condition condition(Random random, boolean mayNameSegments) {
    Operator operator = one(random, List.of(Operator.values()));
    boolean negated = random.nextInt(4) == 0;
    if (operator == Operator.IN_SEGMENT) {
      return mayNameSegments
          ? new Condition(null, operator, List.of("segment-" + random.nextInt(2)), negated)
          : new Condition("tier", Operator.EQUALS, List.of(TIER), negated);
    }
    String attribute =
        switch (operator.operand()) {
          case NUMBER -> "number";
          case VERSION -> "version";
          case MOMENT -> "at";
          default -> one(random, ATTRIBUTES);
        };
    List<Object> values = new ArrayList<>();
    int count = operator == Operator.PRESENT ? 0 : 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      values.add(operand(random, operator));
    }
    return new Condition(attribute, operator, values, negated);
  }

  private static Object operand(Random random, Operator operator) {
    return switch (operator.operand()) {
      case TEXT -> one(random, TEXTS);
      case NUMBER -> one(random, NUMBERS);
      case VERSION -> one(random, VERSIONS);
      case MOMENT -> one(random, MOMENTS);
      default -> value(random);
    };
  }

  private static Object value(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> one(random, NUMBERS);
      case 1 -> random.nextBoolean();
      case 2 -> TIER;
      case 3 -> TENANT;
      default -> one(random, TEXTS);
    };
  }

  static Map<String, Object> context(Random random) {
    Map<String, Object> context = new HashMap<>();
    context.put("targetingKey", one(random, TEXTS));
    maybe(random, context, "tenant", value(random));
    maybe(random, context, "tier", one(random, List.of("free", TIER)));
    maybe(random, context, "user", one(random, TEXTS));
    maybe(random, context, "role", List.of(one(random, TEXTS), value(random)));
    maybe(random, context, "text", value(random));
    maybe(random, context, "number", random.nextInt(4) > 0 ? one(random, NUMBERS) : "1");
    maybe(random, context, "version", random.nextInt(4) > 0 ? one(random, VERSIONS) : "1.0");
    maybe(random, context, "at", random.nextInt(4) > 0 ? one(random, MOMENTS) : "tomorrow");
    return context;
  }

  private static void maybe(Random random, Map<String, Object> context, String name, Object value) {
    if (random.nextInt(3) > 0) {
      context.put(name, value);
    }
  }

  static <T> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
