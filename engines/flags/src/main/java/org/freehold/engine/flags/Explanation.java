package org.freehold.engine.flags;

import java.util.List;

/**
 * How a flag came to its value.
 *
 * @param steps what was looked at, in this order, up to what decided
 * @param bucketBy the attribute by which the context falls into a share; null without a split
 * @param bucket in thousandths of a percent; null without a split
 */
public record Explanation(
    Evaluation evaluation, List<Step> steps, String bucketBy, Integer bucket) {
  public Explanation {
    steps = List.copyOf(steps);
  }

  /**
   * One look.
   *
   * @param about the id of the rule or the key of the flag that is needed; null for the flag itself
   * @param condition which of its conditions did not hold, from 0; null when none is to blame
   */
  public record Step(What what, String about, boolean passed, Integer condition) {}

  /** What was looked at. */
  public enum What {
    SWITCH,
    PREREQUISITE,
    RULE_TIME,
    RULE,
    OTHERWISE
  }
}
