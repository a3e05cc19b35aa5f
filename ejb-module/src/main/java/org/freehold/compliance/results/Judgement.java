package org.freehold.compliance.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.freehold.compliance.Verdict;
import org.freehold.compliance.catalogue.Control;

/** How verdicts follow from what was found; never kinder than the evidence. */
public final class Judgement {
  private static final String UNPROVED =
      "The trail is not proved, so that nothing that rests on it can be satisfied.";

  private Judgement() {}

  /** Of a question that was asked. */
  public static Verdict of(long population, long exceptions) {
    if (exceptions > 0) {
      return Verdict.NOT_SATISFIED;
    }
    return population == 0 ? Verdict.NO_POPULATION : Verdict.SATISFIED;
  }

  /** The same answer, knowing whether the trail is proved. */
  public static Answer onTrail(Answer found, boolean proved) {
    if (proved || found.missing() != null || found.verdict() == Verdict.NOT_SATISFIED) {
      return found;
    }
    return new Answer(
        found.id(),
        found.title(),
        found.asks(),
        found.limits(),
        found.sql(),
        null,
        Verdict.NOT_SATISFIED,
        UNPROVED,
        found.population(),
        found.exceptions(),
        found.listed(),
        found.sample());
  }

  /** Of a control: one exception is enough, and what is not attested is never satisfied. */
  public static ControlResult of(Control control, Map<String, Answer> answers) {
    List<Verdict> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String question : control.questions()) {
      Answer answer = answers.get(question);
      found.add(answer.verdict());
      if (answer.missing() != null) {
        missing.add("not attestable: " + answer.missing());
      }
    }
    return new ControlResult(
        control.id(),
        control.title(),
        control.requirement(),
        of(found),
        control.questions(),
        missing);
  }

  private static Verdict of(List<Verdict> found) {
    if (found.contains(Verdict.NOT_SATISFIED)) {
      return Verdict.NOT_SATISFIED;
    }
    boolean satisfied = found.contains(Verdict.SATISFIED);
    if (found.contains(Verdict.NOT_ATTESTABLE)) {
      return satisfied ? Verdict.SATISFIED_IN_PART : Verdict.NOT_ATTESTABLE;
    }
    return satisfied ? Verdict.SATISFIED : Verdict.NO_POPULATION;
  }
}
