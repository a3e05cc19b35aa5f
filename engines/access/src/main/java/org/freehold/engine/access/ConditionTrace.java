package org.freehold.engine.access;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.freehold.engine.access.condition.Condition;
import org.freehold.engine.access.condition.Truth;

/** All tests of a condition, in its order. */
final class ConditionTrace {

  private final Function<Condition.Test, Truth> evaluation;
  private final List<Reason.Tested> tests = new ArrayList<>();

  private ConditionTrace(Function<Condition.Test, Truth> evaluation) {
    this.evaluation = evaluation;
  }

  static List<Reason.Tested> of(Condition condition, Function<Condition.Test, Truth> evaluation) {
    ConditionTrace trace = new ConditionTrace(evaluation);
    if (condition != null) {
      trace.visit(condition, "");
    }
    return trace.tests;
  }

  static List<Condition.Test> testsOf(Condition condition) {
    return of(condition, test -> Truth.UNKNOWN).stream().map(Reason.Tested::test).toList();
  }

  private void visit(Condition condition, String pointer) {
    if (condition instanceof Condition.All all) {
      visitEach(all.of(), pointer + "/all/");
    } else if (condition instanceof Condition.Any any) {
      visitEach(any.of(), pointer + "/any/");
    } else if (condition instanceof Condition.Not not) {
      visit(not.of(), pointer + "/not");
    } else if (condition instanceof Condition.Test test) {
      tests.add(new Reason.Tested(pointer, test, evaluation.apply(test)));
    }
  }

  private void visitEach(List<Condition> conditions, String pointer) {
    for (int position = 0; position < conditions.size(); position++) {
      visit(conditions.get(position), pointer + position);
    }
  }
}
