package org.freehold.compliance.internal;

import java.util.List;

/** What no report says, whatever it found. */
final class Limits {
  private Limits() {}

  static final List<String> CANNOT_ATTEST =
      List.of(
          "That everything that happened was recorded: a report speaks of events that are in the trail.",
          "That what events say is true.",
          "That a control is fulfilled: a report is evidence for somebody's judgement, and covers what"
              + " this product sees of an organisation.",
          "Anything about events that the owner of the database changed before a checkpoint over them"
              + " reached somebody whom the owner cannot reach.",
          "Times finer than the clocks of the servers, and when a checkpoint was signed.",
          "What questions marked as not attestable ask.");
}
