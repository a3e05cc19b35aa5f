package org.freehold.engine.flags;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says what is wrong with conditions. */
final class ConditionChecker {
  private final Set<String> segments;
  private final boolean mayNameSegments;

  ConditionChecker(Set<String> segments, boolean mayNameSegments) {
    this.segments = segments;
    this.mayNameSegments = mayNameSegments;
  }

  /** {@code pointer} of what has the conditions. */
  List<Finding> all(String pointer, List<Condition> conditions) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      check(pointer + "/conditions/" + i, conditions.get(i), findings);
    }
    return findings;
  }

  private void check(String pointer, Condition condition, List<Finding> findings) {
    boolean ofSegment = condition.operator() == Operator.IN_SEGMENT;
    if (ofSegment && !mayNameSegments) {
      findings.add(
          new Finding(pointer + "/operator", "segment", "A segment cannot name other segments."));
      return;
    }
    if (ofSegment != (condition.attribute() == null)) {
      findings.add(
          new Finding(
              pointer + "/attribute",
              ofSegment ? "not_allowed" : "required",
              ofSegment
                  ? "A test of segments is of no attribute."
                  : "Say which attribute is tested."));
    }
    boolean wantsValues = condition.operator() != Operator.PRESENT;
    if (wantsValues == condition.values().isEmpty()) {
      findings.add(
          new Finding(
              pointer + "/values",
              wantsValues ? "required" : "not_allowed",
              wantsValues ? "There must be a value." : "This test takes no values."));
    }
    for (int i = 0; i < condition.values().size(); i++) {
      checkValue(pointer + "/values/" + i, condition, condition.values().get(i), findings);
    }
  }

  private void checkValue(
      String pointer, Condition condition, Object value, List<Finding> findings) {
    String wrong =
        switch (condition.operator().operand()) {
          case ANY -> isScalar(value) ? null : "This must be a string, a number or a boolean.";
          case TEXT -> value instanceof String ? null : "This must be a string.";
          case NUMBER -> value instanceof Number ? null : "This must be a number.";
          case VERSION ->
              value instanceof String text && Semver.isVersion(text)
                  ? null
                  : "This must be a version as Semantic Versioning 2.0.0 has it, like 1.4.0-rc.1.";
          case MOMENT ->
              value instanceof String text && ConditionCompiler.moment(text) != null
                  ? null
                  : "This must be a time like 2026-01-31T12:00:00Z.";
          case SEGMENT ->
              value instanceof String text && segments.contains(text)
                  ? null
                  : "There is no segment " + value + ".";
          case NONE -> null;
        };
    if (wrong != null) {
      boolean unknown = condition.operator() == Operator.IN_SEGMENT;
      findings.add(new Finding(pointer, unknown ? "unknown_segment" : "type", wrong));
    }
  }

  private static boolean isScalar(Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean;
  }
}
