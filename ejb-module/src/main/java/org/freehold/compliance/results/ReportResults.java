package org.freehold.compliance.results;

import java.time.Instant;
import java.util.List;
import org.freehold.compliance.Framework;

/**
 * All that a report found: the same for the same period and the same trail, whenever it is made.
 *
 * @param edition which text the ids of the controls are of
 * @param cannotAttest what no report says, in sentences
 */
public record ReportResults(
    Framework framework,
    String title,
    String edition,
    String tenant,
    Instant from,
    Instant to,
    TrailResult trail,
    List<String> cannotAttest,
    List<ControlResult> controls,
    List<Answer> answers) {
  public ReportResults {
    cannotAttest = List.copyOf(cannotAttest);
    controls = List.copyOf(controls);
    answers = List.copyOf(answers);
  }

  public Answer answer(String question) {
    return answers.stream()
        .filter(answer -> answer.id().equals(question))
        .findFirst()
        .orElseThrow();
  }
}
