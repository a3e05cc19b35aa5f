package org.freehold.engine.access;

import java.util.ArrayList;
import java.util.List;
import org.freehold.engine.access.condition.Condition;
import org.freehold.engine.access.condition.Truth;

/**
 * What a list's query must ask of each row, everything else being known. Its values are SQL's: a
 * test on a column that is null is unknown.
 */
public sealed interface RowRule {

  RowRule NEVER = new Known(Truth.NO);

  /** The same for every row. */
  record Known(Truth truth) implements RowRule {
    @Override
    public Truth on(ResourceFacts row) {
      return truth;
    }
  }

  /** A test on an attribute {@code resource.…}. */
  record Row(Condition.Test test) implements RowRule {
    @Override
    public Truth on(ResourceFacts row) {
      return ConditionCompiler.ofRows().compile(test).test(null, null, row, null);
    }
  }

  record All(List<RowRule> of) implements RowRule {
    public All {
      of = List.copyOf(of);
    }

    @Override
    public Truth on(ResourceFacts row) {
      return of.stream().map(rule -> rule.on(row)).reduce(Truth.YES, Truth::and);
    }
  }

  record Any(List<RowRule> of) implements RowRule {
    public Any {
      of = List.copyOf(of);
    }

    @Override
    public Truth on(ResourceFacts row) {
      return of.stream().map(rule -> rule.on(row)).reduce(Truth.NO, Truth::or);
    }
  }

  record Not(RowRule of) implements RowRule {
    @Override
    public Truth on(ResourceFacts row) {
      return of.on(row).not();
    }
  }

  /** Of one row. */
  Truth on(ResourceFacts row);

  static RowRule known(Truth truth) {
    return new Known(truth);
  }

  static RowRule not(RowRule rule) {
    if (rule instanceof Known known) {
      return known(known.truth().not());
    }
    return rule instanceof Not not ? not.of() : new Not(rule);
  }

  static RowRule all(List<RowRule> rules) {
    return combined(rules, Truth.YES);
  }

  static RowRule any(List<RowRule> rules) {
    return combined(rules, Truth.NO);
  }

  /** {@code neutral} is what an empty combination comes to; its opposite decides alone. */
  private static RowRule combined(List<RowRule> rules, Truth neutral) {
    Truth known = neutral;
    List<RowRule> open = new ArrayList<>();
    for (RowRule rule : rules) {
      if (rule instanceof Known constant) {
        known = neutral == Truth.YES ? known.and(constant.truth()) : known.or(constant.truth());
      } else if (!open.contains(rule)) {
        open.add(rule);
      }
    }
    if (open.isEmpty() || known == neutral.not()) {
      return known(known);
    }
    if (known != neutral) {
      open.add(known(known));
    }
    if (open.size() == 1) {
      return open.get(0);
    }
    return neutral == Truth.YES ? new All(open) : new Any(open);
  }
}
