package org.freehold.engine.flags;

import java.util.List;

/**
 * Whether a flag is on and what is served to whom.
 *
 * @param environment whose it is; null for all that have none of their own
 * @param enabled null in an environment's own: as in all others; so with what follows
 */
public record Targeting(String environment, Boolean enabled, List<Rule> rules, Serve otherwise) {
  public Targeting {
    rules = rules == null ? null : List.copyOf(rules);
  }

  Targeting over(Targeting general) {
    return new Targeting(
        environment,
        enabled == null ? general.enabled : enabled,
        rules == null ? general.rules : rules,
        otherwise == null ? general.otherwise : otherwise);
  }
}
