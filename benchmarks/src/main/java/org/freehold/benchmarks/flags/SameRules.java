package org.freehold.benchmarks.flags;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.freehold.engine.flags.Condition;
import org.freehold.engine.flags.FlagContext;
import org.freehold.engine.flags.FlagDefinition;
import org.freehold.engine.flags.FlagSet;
import org.freehold.engine.flags.Operator;
import org.freehold.engine.flags.Rule;
import org.freehold.engine.flags.Serve;
import org.freehold.engine.flags.Targeting;
import org.freehold.engine.flags.ValueType;
import org.freehold.engine.flags.Variant;

/**
 * Two flags that all peers can express: one that is on for everybody, and one that is on for three
 * named testers, for all whose plan is {@code enterprise}, and for nobody else.
 */
public final class SameRules {
  static final String PLAIN = "plain";
  static final String RULES = "rules";
  static final String PLAN = "plan";
  static final String ENTERPRISE = "enterprise";
  static final Set<String> TESTERS = Set.of("user-1", "user-17", "user-4000");
  private static final List<String> PLANS = List.of("free", "basic", ENTERPRISE, "pro");

  private SameRules() {}

  static String user(int number) {
    return "user-" + number;
  }

  static String plan(int number) {
    return PLANS.get(number % PLANS.size());
  }

  static FlagSet ours() {
    Rule testers = rule("testers", FlagContext.TARGETING_KEY, List.copyOf(TESTERS));
    Rule enterprise = rule(ENTERPRISE, PLAN, List.of(ENTERPRISE));
    return FlagSet.of(
        "production",
        List.of(flag(PLAIN, List.of(), "on"), flag(RULES, List.of(testers, enterprise), "off")),
        List.of());
  }

  static FlagContext oursFor(int number) {
    return new FlagContext(user(number), "techcorp", "pro", Map.of(PLAN, plan(number)));
  }

  private static Rule rule(String id, String attribute, List<Object> values) {
    Condition condition = new Condition(attribute, Operator.IN, values, false);
    return new Rule(id, List.of(condition), null, null, Serve.variant("on"));
  }

  private static FlagDefinition flag(String key, List<Rule> rules, String otherwise) {
    return new FlagDefinition(
        key,
        ValueType.BOOLEAN,
        List.of(new Variant("on", true), new Variant("off", false)),
        "off",
        FlagContext.TARGETING_KEY,
        null,
        List.of(),
        new Targeting(null, true, rules, Serve.variant(otherwise)),
        List.of());
  }
}
