package org.freehold.engine.flags;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says what is wrong with a flag before it is kept, so that nothing is wrong when it is asked. */
public final class FlagChecker {
  private final FlagDefinition flag;
  private final Map<String, FlagDefinition> all;
  private final Set<String> segments;
  private final Set<String> variants;
  private final List<Finding> findings = new ArrayList<>();

  private FlagChecker(FlagDefinition flag, Map<String, FlagDefinition> all, Set<String> segments) {
    this.flag = flag;
    this.all = all;
    this.segments = segments;
    this.variants = flag.variants().stream().map(Variant::name).collect(Collectors.toSet());
  }

  /**
   * Everything wrong with a flag.
   *
   * @param others the other flags of the tenant; what is there of this one does not count
   * @param segments the keys of the tenant's segments
   */
  public static List<Finding> check(
      FlagDefinition flag, List<FlagDefinition> others, Set<String> segments) {
    Map<String, FlagDefinition> all =
        others.stream()
            .filter(other -> !other.key().equals(flag.key()))
            .collect(Collectors.toMap(FlagDefinition::key, Function.identity()));
    all.put(flag.key(), flag);
    FlagChecker checker = new FlagChecker(flag, all, segments);
    checker.check();
    return checker.findings;
  }

  /** Everything wrong with a segment. */
  public static List<Finding> check(SegmentDefinition segment) {
    return new ConditionChecker(Set.of(), false).all("", segment.conditions());
  }

  private void check() {
    checkVariants();
    requireVariant("/off_variant", flag.offVariant());
    checkTargeting("", flag.general());
    Set<String> environments = new HashSet<>();
    for (int i = 0; i < flag.environments().size(); i++) {
      Targeting own = flag.environments().get(i);
      String pointer = "/environments/" + i;
      if (!environments.add(own.environment())) {
        add(pointer + "/name", "duplicate", "The environment is there already.");
      }
      checkTargeting(pointer, own);
    }
    findings.addAll(PrerequisiteChecker.check(flag, all));
  }

  private void checkVariants() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < flag.variants().size(); i++) {
      Variant variant = flag.variants().get(i);
      String pointer = "/variants/" + i;
      if (!names.add(variant.name())) {
        add(pointer + "/name", "duplicate", "The variant is there already.");
      }
      if (!fits(variant.value())) {
        add(pointer + "/value", "type", "This must be a " + told(flag.type()) + ".");
      }
    }
  }

  private boolean fits(Object value) {
    return switch (flag.type()) {
      case BOOLEAN -> value instanceof Boolean;
      case STRING -> value instanceof String;
      case NUMBER -> value instanceof Number;
      case JSON -> value instanceof Map;
    };
  }

  private static String told(ValueType type) {
    return type == ValueType.JSON ? "JSON object" : type.name().toLowerCase(java.util.Locale.ROOT);
  }

  private void checkTargeting(String pointer, Targeting targeting) {
    if (targeting.rules() != null) {
      Set<String> ids = new HashSet<>();
      for (int i = 0; i < targeting.rules().size(); i++) {
        Rule rule = targeting.rules().get(i);
        if (!ids.add(rule.id())) {
          add(pointer + "/rules/" + i + "/id", "duplicate", "The rule is there already.");
        }
        checkRule(pointer + "/rules/" + i, rule);
      }
    }
    if (targeting.otherwise() != null) {
      checkServe(pointer + "/otherwise", targeting.otherwise());
    }
  }

  private void checkRule(String pointer, Rule rule) {
    if (rule.notBefore() != null
        && rule.expires() != null
        && !rule.notBefore().isBefore(rule.expires())) {
      add(pointer + "/expires", "range", "The rule would end before it begins.");
    }
    findings.addAll(new ConditionChecker(segments, true).all(pointer, rule.conditions()));
    checkServe(pointer + "/serve", rule.serve());
  }

  private void checkServe(String pointer, Serve serve) {
    if ((serve.variant() == null) == serve.split().isEmpty()) {
      add(pointer, "one_of", "Exactly one of variant and split must be given.");
      return;
    }
    if (serve.variant() != null) {
      requireVariant(pointer + "/variant", serve.variant());
      return;
    }
    long sum = 0;
    Set<String> shared = new HashSet<>();
    for (int i = 0; i < serve.split().size(); i++) {
      Share share = serve.split().get(i);
      String place = pointer + "/split/" + i;
      requireVariant(place + "/variant", share.variant());
      if (!shared.add(share.variant())) {
        add(place + "/variant", "duplicate", "The variant has a share already.");
      }
      if (share.weight() < 0) {
        add(place + "/percent", "range", "A share cannot be less than nothing.");
      }
      sum += share.weight();
    }
    if (sum != Share.WHOLE) {
      add(pointer + "/split", "sum", "The shares must be 100 percent together.");
    }
  }

  private void requireVariant(String pointer, String name) {
    if (!variants.contains(name)) {
      add(pointer, "unknown_variant", "The flag has no variant " + name + ".");
    }
  }

  private void add(String pointer, String code, String detail) {
    findings.add(new Finding(pointer, code, detail));
  }
}
