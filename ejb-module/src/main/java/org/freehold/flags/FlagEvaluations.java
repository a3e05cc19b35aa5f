package org.freehold.flags;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.freehold.engine.flags.Evaluation;
import org.freehold.flags.internal.Evaluator;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotFound;
import org.freehold.platform.RequiresPermission;

/** Tells what flags are for a context. A warm call asks the database nothing. */
@Stateless
@Guarded
public class FlagEvaluations {
  @Inject private Evaluator evaluator;
  @Inject private Clock clock;

  /** Refuses who may ask nothing here, before anything of a question is read. */
  @RequiresPermission("flags:read")
  public void requireMayAsk() {
    // The permission is all of it.
  }

  /** One flag; of an unknown one {@link Evaluation#found} says no. */
  @RequiresPermission("flags:read")
  public Evaluation evaluate(String key, String environment, JsonObject context) {
    return evaluator.in(environment, context).evaluate(key, clock.instant().toEpochMilli());
  }

  /**
   * All flags.
   *
   * @param known whether the caller has the flags of a tag
   */
  @RequiresPermission("flags:read")
  public EvaluatedFlags evaluateAll(
      String environment, JsonObject context, Predicate<String> known) {
    Evaluator.Asked asked = evaluator.in(environment, context);
    long now = clock.instant().toEpochMilli();
    String etag = asked.tag(now);
    List<Evaluation> flags = known.test(etag) ? null : asked.evaluateAll(now);
    return new EvaluatedFlags(etag, flags);
  }

  /** One flag, and how it came to its value. */
  @RequiresPermission("flags:read")
  public FlagAnswer explain(String key, FlagQuestion question) {
    Map<String, JsonValue> context = question.context();
    FlagAnswer answer =
        evaluator.in(question.environment(), context).explain(key, clock.instant().toEpochMilli());
    if (answer == null) {
      throw new NotFound("flag");
    }
    return answer;
  }
}
