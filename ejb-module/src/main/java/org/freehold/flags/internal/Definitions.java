package org.freehold.flags.internal;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import org.freehold.engine.flags.Condition;
import org.freehold.engine.flags.FlagDefinition;
import org.freehold.engine.flags.Prerequisite;
import org.freehold.engine.flags.Rule;
import org.freehold.engine.flags.SegmentDefinition;
import org.freehold.engine.flags.Serve;
import org.freehold.engine.flags.Share;
import org.freehold.engine.flags.Targeting;
import org.freehold.engine.flags.Variant;
import org.freehold.flags.FlagCondition;
import org.freehold.flags.FlagEnvironment;
import org.freehold.flags.FlagFields;
import org.freehold.flags.FlagRule;
import org.freehold.flags.FlagServe;
import org.freehold.flags.SegmentFields;

/** Flags and segments as the engine takes them. */
final class Definitions {
  private static final BigDecimal THOUSANDTHS = new BigDecimal(Share.WHOLE / 100);

  private Definitions() {}

  static FlagDefinition of(FlagFields flag) {
    return new FlagDefinition(
        flag.key(),
        flag.type(),
        flag.variants().stream().map(one -> new Variant(one.name(), plain(one.value()))).toList(),
        flag.offVariant(),
        flag.bucketBy(),
        flag.rolloutGroup(),
        flag.prerequisites().stream()
            .map(one -> new Prerequisite(one.flag(), new HashSet<>(one.variants())))
            .toList(),
        new Targeting(null, flag.enabled(), rules(flag.rules()), serve(flag.otherwise())),
        flag.environments().stream().map(Definitions::targeting).toList());
  }

  static SegmentDefinition of(SegmentFields segment) {
    return new SegmentDefinition(
        segment.key(),
        new HashSet<>(segment.included()),
        new HashSet<>(segment.excluded()),
        conditions(segment.conditions()));
  }

  private static Targeting targeting(FlagEnvironment own) {
    return new Targeting(
        own.name(),
        own.enabled(),
        own.rules() == null ? null : rules(own.rules()),
        own.otherwise() == null ? null : serve(own.otherwise()));
  }

  private static List<Rule> rules(List<FlagRule> rules) {
    return rules.stream()
        .map(
            rule ->
                new Rule(
                    rule.id(),
                    conditions(rule.conditions()),
                    rule.notBefore(),
                    rule.expires(),
                    serve(rule.serve())))
        .toList();
  }

  private static List<Condition> conditions(List<FlagCondition> conditions) {
    return conditions.stream()
        .map(
            one ->
                new Condition(
                    one.attribute(),
                    one.operator(),
                    one.values().stream().map(Definitions::plain).toList(),
                    one.negate()))
        .toList();
  }

  private static Serve serve(FlagServe serve) {
    List<Share> split =
        serve.split() == null
            ? List.of()
            : serve.split().stream()
                .map(
                    one ->
                        new Share(
                            one.variant(), one.percent().multiply(THOUSANDTHS).intValueExact()))
                .toList();
    return new Serve(serve.variant(), split);
  }

  /** A Boolean, a String, a BigDecimal, or the JSON itself, which is a Map or a List. */
  static Object plain(JsonValue value) {
    return switch (value.getValueType()) {
      case TRUE -> true;
      case FALSE -> false;
      case STRING -> ((JsonString) value).getString();
      case NUMBER -> ((JsonNumber) value).bigDecimalValue();
      default -> value;
    };
  }
}
