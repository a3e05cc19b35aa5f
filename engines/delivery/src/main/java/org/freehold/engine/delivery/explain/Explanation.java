package org.freehold.engine.delivery.explain;

import java.util.List;

/**
 * The answer to why a message did or did not arrive.
 *
 * @param code stable, for programs
 * @param sentence for people
 * @param checks what was looked at, in order; the last that did not pass is the reason
 */
public record Explanation(Outcome outcome, String code, String sentence, List<Check> checks) {
  /** What became of the message at the endpoint. */
  public enum Outcome {
    DELIVERED,
    PENDING,
    EXHAUSTED,
    SKIPPED,
    /** The endpoint did not ask for it. */
    NOT_WANTED,
    NOT_YET_SPREAD,
    UNKNOWN
  }

  /** One thing that must be so for a message to arrive. */
  public record Check(String code, boolean passed, String detail) {}
}
