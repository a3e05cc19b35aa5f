package org.freehold.engine.flags;

import java.util.Arrays;
import java.util.Set;

/** A flag in an environment. */
final class CompiledFlag {
  /** A rule with the time in milliseconds of Unix time during which it counts. */
  record CompiledRule(
      String id, Predicate[] conditions, long notBefore, long expires, Served served) {
    boolean counts(long now) {
      return now >= notBefore && now < expires;
    }
  }

  /** The flag is null when it is gone: then the prerequisite never holds. */
  record Needed(String key, CompiledFlag flag, Set<String> variants) {
    boolean holds(FlagContext context, long now, Evaluation[] known) {
      return flag != null && variants.contains(flag.evaluate(context, now, known).variant());
    }

    boolean holds(FlagContext context, long now) {
      return flag != null && variants.contains(flag.evaluate(context, now).variant());
    }

    boolean isDeep() {
      return flag != null && flag.needed.length > 0;
    }
  }

  private final int number;
  private final boolean deep;
  private final boolean enabled;
  private final Evaluation disabled;
  private final Evaluation unmet;
  private final Needed[] needed;
  private final CompiledRule[] rules;
  private final Served otherwise;

  /**
   * @param number of the flag in its set, those before that it needs
   */
  CompiledFlag(
      int number,
      boolean enabled,
      Evaluation disabled,
      Evaluation unmet,
      Needed[] needed,
      CompiledRule[] rules,
      Served otherwise) {
    this.number = number;
    this.deep = Arrays.stream(needed).anyMatch(Needed::isDeep);
    this.enabled = enabled;
    this.disabled = disabled;
    this.unmet = unmet;
    this.needed = needed;
    this.rules = rules;
    this.otherwise = otherwise;
  }

  /** Of a flag that needs others that need others each of them is evaluated once. */
  Evaluation evaluate(FlagContext context, long now) {
    return decide(context, now, deep ? new Evaluation[number] : null);
  }

  /**
   * The same within a greater question.
   *
   * @param known what it has evaluated by number; null when it need not be known
   */
  Evaluation evaluate(FlagContext context, long now, Evaluation[] known) {
    if (known == null) {
      return decide(context, now, null);
    }
    if (known[number] == null) {
      known[number] = decide(context, now, known);
    }
    return known[number];
  }

  private Evaluation decide(FlagContext context, long now, Evaluation[] known) {
    if (!enabled) {
      return disabled;
    }
    for (Needed one : needed) {
      if (!one.holds(context, now, known)) {
        return unmet;
      }
    }
    for (CompiledRule rule : rules) {
      if (rule.counts(now) && ConditionCompiler.allHold(rule.conditions(), context)) {
        return rule.served().to(context);
      }
    }
    return otherwise.to(context);
  }

  boolean enabled() {
    return enabled;
  }

  Needed[] needed() {
    return needed.clone();
  }

  CompiledRule[] rules() {
    return rules.clone();
  }

  Served otherwise() {
    return otherwise;
  }
}
