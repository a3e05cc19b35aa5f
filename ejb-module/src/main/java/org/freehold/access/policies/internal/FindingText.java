package org.freehold.access.policies.internal;

import org.freehold.access.policies.PolicyFinding;
import org.freehold.engine.access.condition.Finding;
import org.freehold.platform.json.WireNames;

/** Tells the engine's findings in words. */
final class FindingText {
  private FindingText() {}

  /** The finding of a condition that is found at the pointer. */
  static PolicyFinding at(String pointer, Finding finding) {
    PolicyFinding.Level level =
        finding.isWarning() ? PolicyFinding.Level.WARNING : PolicyFinding.Level.ERROR;
    return new PolicyFinding(
        pointer + finding.pointer(), WireNames.of(finding.code()), level, words(finding));
  }

  private static String words(Finding finding) {
    String about = finding.detail();
    return switch (finding.code()) {
      case TOO_DEEP -> "A condition has at most " + about + " levels.";
      case TOO_MANY_NODES -> "A condition has at most " + about + " parts.";
      case TOO_MANY_VALUES ->
          about.equals("0")
              ? "This operator takes no value."
              : "A test takes at most " + about + " values.";
      case TOO_LONG -> "A text has at most " + about + " characters.";
      case EMPTY_COMBINATOR -> "There must be at least one condition here.";
      case UNKNOWN_ATTRIBUTE ->
          "There is no attribute "
              + about
              + "; GET /api/policies/attributes tells those there are.";
      case OPERATOR_NOT_TAKEN -> "The attribute does not take " + about + ".";
      case VALUE_MISSING -> "The operator " + about + " needs a value.";
      case WRONG_TYPE -> "This is no value for an attribute of the type " + about + ".";
      case OUT_OF_DOMAIN ->
          "The attribute is never so ("
              + about
              + "); GET /api/policies/attributes tells what it can be.";
      case MALFORMED_NETWORK ->
          about + " is no network like 10.0.0.0/8: an address, and no bits beyond the prefix.";
      case WINDOW_NEVER_OPENS -> "The window has no day, or ends when it begins.";
      case NEVER_MATCHES -> "This contradicts itself: it can never be true.";
      case BRANCH_NEVER_MATCHES -> "This way contradicts itself; only the others can be true.";
      case EXPIRES_BEFORE_START -> "It ends before it begins.";
      case UNKNOWN_PERMISSION -> "There is no permission " + about + ".";
      case UNKNOWN_RESOURCE_TYPE -> "There is no resource type " + about + ".";
    };
  }
}
