package org.freehold.engine.flags;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what is wrong with the flags that a flag needs, and with those that need it. */
final class PrerequisiteChecker {
  /** Flags that need flags that need flags: more would be evaluated for one than is quick. */
  static final int DEEPEST = 5;

  private final FlagDefinition flag;
  private final Map<String, FlagDefinition> all;
  private final List<Finding> findings = new ArrayList<>();

  private PrerequisiteChecker(FlagDefinition flag, Map<String, FlagDefinition> all) {
    this.flag = flag;
    this.all = all;
  }

  /** {@code all} flags of the tenant, this one among them. */
  static List<Finding> check(FlagDefinition flag, Map<String, FlagDefinition> all) {
    PrerequisiteChecker checker = new PrerequisiteChecker(flag, all);
    checker.checkNamed();
    checker.checkNeeding();
    if (checker.findings.isEmpty()) {
      checker.checkDepth();
    }
    return checker.findings;
  }

  private void checkNamed() {
    Set<String> named = new HashSet<>();
    for (int i = 0; i < flag.prerequisites().size(); i++) {
      Prerequisite needed = flag.prerequisites().get(i);
      String pointer = "/prerequisites/" + i;
      FlagDefinition other = all.get(needed.flag());
      if (!named.add(needed.flag())) {
        add(pointer + "/flag", "duplicate", "The flag is needed already.");
      } else if (other == null) {
        add(pointer + "/flag", "unknown_flag", "There is no flag " + needed.flag() + ".");
      } else if (reaches(other, new HashSet<>())) {
        add(
            pointer + "/flag",
            "circle",
            "The flag " + needed.flag() + " needs this one, directly or by others.");
      } else {
        requireVariants(pointer + "/variants", needed, other, "The flag " + other.key());
      }
    }
  }

  private boolean reaches(FlagDefinition from, Set<String> seen) {
    if (from.key().equals(flag.key())) {
      return true;
    }
    return seen.add(from.key())
        && from.prerequisites().stream()
            .map(needed -> all.get(needed.flag()))
            .anyMatch(next -> next != null && reaches(next, seen));
  }

  /** Who needs a variant of this flag must find it. */
  private void checkNeeding() {
    for (FlagDefinition other : all.values()) {
      for (Prerequisite needed : other.prerequisites()) {
        if (needed.flag().equals(flag.key()) && other != flag) {
          requireVariants(
              "/variants", needed, flag, "The flag " + other.key() + " needs more: this one");
        }
      }
    }
  }

  private void requireVariants(
      String pointer, Prerequisite needed, FlagDefinition of, String subject) {
    Set<String> names = of.variants().stream().map(Variant::name).collect(Collectors.toSet());
    needed.variants().stream()
        .filter(name -> !names.contains(name))
        .sorted()
        .forEach(
            name -> add(pointer, "unknown_variant", subject + " has no variant " + name + "."));
  }

  private void checkDepth() {
    Map<String, Integer> depths = new HashMap<>();
    if (all.values().stream().anyMatch(one -> depth(one, depths) > DEEPEST)) {
      add(
          "/prerequisites",
          "depth",
          "Flags may need others over at most " + DEEPEST + " steps, and here are more.");
    }
  }

  private int depth(FlagDefinition of, Map<String, Integer> known) {
    Integer depth = known.get(of.key());
    if (depth == null) {
      depth =
          of.prerequisites().stream()
              .map(needed -> all.get(needed.flag()))
              .filter(next -> next != null)
              .mapToInt(next -> 1 + depth(next, known))
              .max()
              .orElse(0);
      known.put(of.key(), depth);
    }
    return depth;
  }

  private void add(String pointer, String code, String detail) {
    findings.add(new Finding(pointer, code, detail));
  }
}
