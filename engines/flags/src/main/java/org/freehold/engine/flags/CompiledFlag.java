package org.freehold.engine.flags;

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
    boolean holds(FlagContext context, long now) {
      return flag != null && variants.contains(flag.evaluate(context, now).variant());
    }
  }

  private final boolean enabled;
  private final Evaluation disabled;
  private final Evaluation unmet;
  private final Needed[] needed;
  private final CompiledRule[] rules;
  private final Served otherwise;

  CompiledFlag(
      boolean enabled,
      Evaluation disabled,
      Evaluation unmet,
      Needed[] needed,
      CompiledRule[] rules,
      Served otherwise) {
    this.enabled = enabled;
    this.disabled = disabled;
    this.unmet = unmet;
    this.needed = needed;
    this.rules = rules;
    this.otherwise = otherwise;
  }

  Evaluation evaluate(FlagContext context, long now) {
    if (!enabled) {
      return disabled;
    }
    for (Needed one : needed) {
      if (!one.holds(context, now)) {
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
