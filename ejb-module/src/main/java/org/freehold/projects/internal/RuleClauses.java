package org.freehold.projects.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.freehold.engine.access.AccessAttributes;
import org.freehold.engine.access.RowRule;
import org.freehold.engine.access.condition.Attribute;
import org.freehold.engine.access.condition.AttributeType;
import org.freehold.engine.access.condition.Condition;
import org.freehold.engine.access.condition.Literal;
import org.freehold.engine.access.condition.Operator;
import org.freehold.engine.access.condition.Truth;
import org.freehold.engine.access.condition.ValueTest;
import org.freehold.platform.persistence.LikePattern;

/**
 * Policies' rules on rows in JPQL. A rule of three values becomes two clauses, for the rows on
 * which it is true and for those on which it is false: on the rest it is unknown.
 */
final class RuleClauses {
  /** More than these no query takes; a test beyond is unknown, and nothing is shown by it. */
  static final int MOST_VALUES = 10_000;

  private static final String THERE = " is not null";

  private final RowColumns columns;
  private final String prefix;
  private int tests;
  private int values;

  /**
   * @param prefix of the names of parameters
   */
  RuleClauses(RowColumns columns, String prefix) {
    this.columns = columns;
    this.prefix = prefix;
  }

  Clause whereTrue(RowRule rule) {
    return where(rule, Truth.YES);
  }

  Clause whereFalse(RowRule rule) {
    return where(rule, Truth.NO);
  }

  private Clause where(RowRule rule, Truth wanted) {
    if (rule instanceof RowRule.Known known) {
      return Clause.known(known.truth() == wanted);
    }
    if (rule instanceof RowRule.Not not) {
      return where(not.of(), wanted.not());
    }
    if (rule instanceof RowRule.All all) {
      return wanted == Truth.YES
          ? Clause.all(each(all.of(), wanted))
          : Clause.any(each(all.of(), wanted));
    }
    if (rule instanceof RowRule.Any any) {
      return wanted == Truth.YES
          ? Clause.any(each(any.of(), wanted))
          : Clause.all(each(any.of(), wanted));
    }
    return where(((RowRule.Row) rule).test(), wanted == Truth.YES);
  }

  private List<Clause> each(List<RowRule> rules, Truth wanted) {
    return rules.stream().map(rule -> where(rule, wanted)).toList();
  }

  private Clause where(Condition.Test test, boolean holds) {
    String path = columns.path(test.attribute());
    Operator operator = test.operator();
    if (operator == Operator.EXISTS || operator == Operator.MISSING) {
      boolean there = operator == Operator.EXISTS == holds;
      return path == null ? Clause.known(!there) : Clause.of(path + (there ? THERE : " is null"));
    }
    values += test.values().size();
    if (path == null || values > MOST_VALUES) {
      return Clause.NEVER;
    }
    Attribute attribute = AccessAttributes.catalogue().find(test.attribute()).orElseThrow();
    return switch (operator) {
      case EQ, IN -> oneOf(path, among(attribute, test.values()), holds);
      case NE, NOT_IN -> oneOf(path, among(attribute, test.values()), !holds);
      case LT, LE, GT, GE -> levels(path, attribute.domain(), test, holds);
      case STARTS_WITH -> like(path, LikePattern.beginningWith(textOf(test)), holds);
      case ENDS_WITH -> like(path, LikePattern.endingWith(textOf(test)), holds);
      default -> Clause.NEVER;
    };
  }

  /** The values as the column has them; one that is no id of ours is none of them. */
  private static Set<Object> among(Attribute attribute, List<Literal> literals) {
    Set<Object> among = new HashSet<>();
    for (Literal literal : literals) {
      if (literal instanceof Literal.Flag flag) {
        among.add(flag.value());
      } else if (attribute.type() != AttributeType.ID) {
        among.add(((Literal.Text) literal).value());
      } else if (ValueTest.id(((Literal.Text) literal).value()) instanceof UUID id) {
        among.add(id);
      }
    }
    return among;
  }

  private Clause oneOf(String path, Set<Object> among, boolean holds) {
    if (among.isEmpty()) {
      return holds ? Clause.NEVER : Clause.of(path + THERE);
    }
    if (among.size() == 1) {
      return named(path + (holds ? " = :" : " <> :"), among.iterator().next(), "");
    }
    return named(path + (holds ? " in :" : " not in :"), among, "");
  }

  private Clause levels(String path, List<String> order, Condition.Test test, boolean holds) {
    int bound = order.indexOf(textOf(test));
    Set<Object> among = new HashSet<>();
    for (int level = 0; level < order.size(); level++) {
      if (compare(test.operator(), level, bound) == holds) {
        among.add(order.get(level));
      }
    }
    return among.isEmpty() ? Clause.NEVER : oneOf(path, among, true);
  }

  private static boolean compare(Operator operator, int level, int bound) {
    return switch (operator) {
      case LT -> level < bound;
      case LE -> level <= bound;
      case GT -> level > bound;
      default -> level >= bound;
    };
  }

  private Clause like(String path, String pattern, boolean holds) {
    return named(path + (holds ? " like :" : " not like :"), pattern, " escape '!'");
  }

  private static String textOf(Condition.Test test) {
    return ((Literal.Text) test.values().get(0)).value();
  }

  private Clause named(String before, Object value, String after) {
    String name = prefix + tests++;
    return Clause.of(before + name + after, name, value);
  }
}
