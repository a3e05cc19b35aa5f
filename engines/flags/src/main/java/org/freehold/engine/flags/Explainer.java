package org.freehold.engine.flags;

import java.util.ArrayList;
import java.util.List;
import org.freehold.engine.flags.Explanation.Step;
import org.freehold.engine.flags.Explanation.What;

/** Goes the way of {@link CompiledFlag#evaluate} and tells of it; its answer is that one's. */
final class Explainer {
  private Explainer() {}

  static Explanation explain(CompiledFlag flag, FlagContext context, long now) {
    List<Step> steps = new ArrayList<>();
    Served served = way(flag, context, now, steps);
    Evaluation evaluation = flag.evaluate(context, now);
    Integer bucket = served == null ? null : served.bucketTold(context);
    return new Explanation(evaluation, steps, bucket == null ? null : served.bucketBy(), bucket);
  }

  /** What decided; null when it is the variant for a flag that is off. */
  private static Served way(CompiledFlag flag, FlagContext context, long now, List<Step> steps) {
    steps.add(new Step(What.SWITCH, null, flag.enabled(), null));
    if (!flag.enabled()) {
      return null;
    }
    for (CompiledFlag.Needed needed : flag.needed()) {
      boolean holds = needed.holds(context, now);
      steps.add(new Step(What.PREREQUISITE, needed.key(), holds, null));
      if (!holds) {
        return null;
      }
    }
    for (CompiledFlag.CompiledRule rule : flag.rules()) {
      Step step = step(rule, context, now);
      steps.add(step);
      if (step.passed()) {
        return rule.served();
      }
    }
    steps.add(new Step(What.OTHERWISE, null, true, null));
    return flag.otherwise();
  }

  private static Step step(CompiledFlag.CompiledRule rule, FlagContext context, long now) {
    if (!rule.counts(now)) {
      return new Step(What.RULE_TIME, rule.id(), false, null);
    }
    for (int i = 0; i < rule.conditions().length; i++) {
      if (!rule.conditions()[i].holds(context)) {
        return new Step(What.RULE, rule.id(), false, i);
      }
    }
    return new Step(What.RULE, rule.id(), true, null);
  }
}
