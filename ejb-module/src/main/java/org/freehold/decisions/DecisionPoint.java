package org.freehold.decisions;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.freehold.decisions.internal.Bench;
import org.freehold.decisions.internal.Judge;
import org.freehold.decisions.internal.Search;
import org.freehold.platform.Guarded;
import org.freehold.platform.RequiresPermission;

/**
 * Answers the questions of the AuthZEN Authorization API 1.0. Who asks is trusted: what they say of
 * subjects and resources counts.
 */
@Stateless
@Guarded
public class DecisionPoint {
  @Inject private Bench bench;
  @Inject private Search search;

  /** Refuses who may ask nothing here, before anything of a question is read. */
  @RequiresPermission("policies:read")
  public void requireMayAsk() {
    // The permission is all of it.
  }

  /**
   * In their order, as far as the semantic goes.
   *
   * @param questions an item that is none, and counts as denied, is null
   */
  @RequiresPermission("policies:read")
  public List<Verdict> decide(Semantic semantic, List<Question> questions) {
    Judge judge = bench.judge(questions);
    List<Verdict> verdicts = new ArrayList<>();
    for (Question question : questions) {
      Verdict verdict =
          question == null ? Verdict.no("This is no question.") : judge.decide(question);
      verdicts.add(verdict);
      if (semantic.endsWith(verdict.decision())) {
        break;
      }
    }
    return verdicts;
  }

  /** Who of the type of the subject may; {@code after} empty for the first page. */
  @RequiresPermission("policies:read")
  public Found<Named> subjects(Question question, String after, int most) {
    return search.subjects(question, after, most);
  }

  /** To which things of the type of the resource. */
  @RequiresPermission("policies:read")
  public Found<Named> resources(Question question, String after, int most) {
    return search.resources(question, after, most);
  }

  /** What may be done, by name. */
  @RequiresPermission("policies:read")
  public Found<String> actions(Question question, String after, int most) {
    return search.actions(question, after, most);
  }
}
