package org.freehold.engine.access;

import org.freehold.engine.access.condition.Truth;

/**
 * What policies, and denies of single workspaces, add to a list. A rule that allows counts where it
 * is true; a rule that denies counts where it is true or unknown.
 */
public record RowRules(RowRule allowRead, RowRule allowAdmin, RowRule denyRead, RowRule denyAdmin) {

  public static final RowRules NONE =
      new RowRules(RowRule.NEVER, RowRule.NEVER, RowRule.NEVER, RowRule.NEVER);

  boolean allowsRead(ResourceFacts row) {
    return allowRead.on(row) == Truth.YES;
  }

  boolean allowsAdmin(ResourceFacts row) {
    return allowAdmin.on(row) == Truth.YES;
  }

  boolean deniesRead(ResourceFacts row) {
    return denyRead.on(row) != Truth.NO;
  }

  boolean deniesAdmin(ResourceFacts row) {
    return denyAdmin.on(row) != Truth.NO;
  }

  static RowRule ifTrue(RowRule rule) {
    return rule.equals(RowRule.known(Truth.UNKNOWN)) ? RowRule.NEVER : rule;
  }

  static RowRule unlessFalse(RowRule rule) {
    return rule.equals(RowRule.known(Truth.UNKNOWN)) ? RowRule.known(Truth.YES) : rule;
  }
}
