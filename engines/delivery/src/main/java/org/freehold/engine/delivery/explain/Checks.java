package org.freehold.engine.delivery.explain;

import java.util.ArrayList;
import java.util.List;

/** What was looked at so far. */
final class Checks {
  private final List<Explanation.Check> all = new ArrayList<>();

  void pass(String code, String detail) {
    all.add(new Explanation.Check(code, true, detail));
  }

  void fail(String code, String detail) {
    all.add(new Explanation.Check(code, false, detail));
  }

  Explanation explanation(Explanation.Outcome outcome, String code, String sentence) {
    return new Explanation(outcome, code, sentence, List.copyOf(all));
  }
}
