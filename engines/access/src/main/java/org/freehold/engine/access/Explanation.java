package org.freehold.engine.access;

import java.util.List;

/**
 * Why a decision came out as it did.
 *
 * @param version of the snapshot
 * @param reasons all that spoke for it or against it, as far as it was asked
 * @param ways of a refusal the smallest changes that would allow it, each a list of remedies that
 *     are needed together; the least giving ones first, and empty when none was found
 */
public record Explanation(
    long version,
    Decision decision,
    List<Reason> reasons,
    List<Reported> reported,
    List<List<Remedy>> ways) {

  public Explanation {
    reasons = List.copyOf(reasons);
    reported = List.copyOf(reported);
    ways = ways.stream().map(List::copyOf).toList();
  }

  /** A report-only policy that applies, and what the decision would be if it did more. */
  public record Reported(Policy policy, Decision wouldBe) {}
}
