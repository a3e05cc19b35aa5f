package org.freehold.compliance.documents;

import java.util.List;
import org.freehold.compliance.Verdict;
import org.freehold.compliance.results.Answer;
import org.freehold.compliance.results.ReportResults;
import org.freehold.compliance.results.TrailResult;

/** What documents for people say in the same words. */
final class Words {
  private Words() {}

  static String title(ReportResults results) {
    return results.title() + " report of " + results.tenant();
  }

  static String period(ReportResults results) {
    return results.from() + " to " + results.to() + " (exclusive)";
  }

  static String of(Verdict verdict) {
    return switch (verdict) {
      case SATISFIED -> "satisfied";
      case SATISFIED_IN_PART -> "satisfied as far as it can be attested";
      case NOT_SATISFIED -> "not satisfied";
      case NO_POPULATION -> "nothing to judge";
      case NOT_ATTESTABLE -> "not attestable";
    };
  }

  static String proof(TrailResult trail) {
    return trail.proved()
        ? "Every event of the period"
            + (trail.removed().isEmpty() ? "" : " that was not removed under a certificate")
            + " was hashed again, and all of them lead to the signed checkpoint."
        : "THE PROOF FAILS: the trail is not what was sealed and signed ("
            + trail.damaged()
            + " findings). No control is satisfied on such a trail.";
  }

  /** What questions do not see; empty when they see all. */
  static List<String> removed(TrailResult trail) {
    return trail.removed().stream()
        .map(
            one ->
                one.events()
                    + " events were removed under the certificate "
                    + one.certificate()
                    + " when their time was over: the questions do not see them.")
        .toList();
  }

  static String range(TrailResult trail) {
    return "Leaves " + trail.begin() + " to " + trail.end() + " (exclusive) of " + trail.log();
  }

  /** What was found, in one sentence. */
  static String found(Answer answer) {
    if (answer.missing() != null) {
      return "Not attestable: " + answer.missing();
    }
    String found = answer.exceptions() + " exceptions among " + answer.population() + " events.";
    return answer.note() == null ? found : found + " " + answer.note();
  }

  /** Where the bytes of the event are, and what leads from them to the root. */
  static String proofOf(Answer.Evidence evidence) {
    return "GET /api/audit-logs/"
        + evidence.event()
        + "/proof has the bytes; "
        + evidence.inclusion().size()
        + " hashes lead from the leaf to the root.";
  }

  static String event(Answer.Evidence evidence) {
    return evidence.position()
        + " · "
        + evidence.at()
        + " · "
        + evidence.action()
        + " · "
        + evidence.event();
  }
}
