package org.freehold.flags.internal;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import org.freehold.engine.flags.Evaluation;
import org.freehold.engine.flags.Explanation;
import org.freehold.flags.FlagAnswer;
import org.freehold.platform.json.JsonText;

/** How a flag came to its value, for people. */
final class Told {
  private Told() {}

  static FlagAnswer of(String environment, Explanation explanation) {
    Evaluation evaluation = explanation.evaluation();
    return new FlagAnswer(
        evaluation.flag(),
        environment,
        evaluation.variant(),
        json(evaluation.value()),
        evaluation.reason().name(),
        evaluation.rule(),
        explanation.bucketBy(),
        explanation.bucket() == null ? null : new BigDecimal(explanation.bucket()).movePointLeft(3),
        explanation.steps().stream().map(Told::step).toList());
  }

  private static JsonValue json(Object value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    if (value instanceof Boolean bool) {
      return bool ? JsonValue.TRUE : JsonValue.FALSE;
    }
    return value instanceof BigDecimal number
        ? JsonText.PROVIDER.createValue(number)
        : JsonText.PROVIDER.createValue((String) value);
  }

  private static FlagAnswer.Look step(Explanation.Step step) {
    return new FlagAnswer.Look(
        step.what(), step.about(), step.passed(), step.condition(), sentence(step));
  }

  private static String sentence(Explanation.Step step) {
    return switch (step.what()) {
      case SWITCH ->
          step.passed()
              ? "The flag is on here."
              : "The flag is off here, so its off variant is served.";
      case PREREQUISITE ->
          step.passed()
              ? "The flag " + step.about() + " has a variant that is needed."
              : "The flag " + step.about() + " has none of the variants that are needed.";
      case RULE_TIME -> "The rule " + step.about() + " does not count at this time.";
      case RULE ->
          step.passed()
              ? "All conditions of the rule " + step.about() + " hold."
              : "Condition %d of the rule %s does not hold."
                  .formatted(step.condition() + 1, step.about());
      case OTHERWISE -> "No rule decided, so what is served otherwise counts.";
    };
  }
}
