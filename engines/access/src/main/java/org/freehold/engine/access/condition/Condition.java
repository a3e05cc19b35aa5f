package org.freehold.engine.access.condition;

import java.util.List;
import java.util.Objects;

/**
 * A condition as somebody wrote it: {@code {"all": […]}}, {@code {"any": […]}}, {@code {"not": …}}
 * or {@code {"attribute": …, "operator": …, "value": …}}.
 */
public sealed interface Condition {

  /** Every one of them. */
  record All(List<Condition> of) implements Condition {
    public All {
      of = List.copyOf(of);
    }
  }

  /** At least one of them. */
  record Any(List<Condition> of) implements Condition {
    public Any {
      of = List.copyOf(of);
    }
  }

  /** The opposite; what is unknown stays unknown. */
  record Not(Condition of) implements Condition {
    public Not {
      Objects.requireNonNull(of, "of");
    }
  }

  /**
   * One attribute compared.
   *
   * @param values a JSON array's elements, or the one value; empty for {@code exists} and {@code
   *     missing}
   */
  record Test(String attribute, Operator operator, List<Literal> values) implements Condition {
    public Test {
      Objects.requireNonNull(attribute, "attribute");
      Objects.requireNonNull(operator, "operator");
      values = List.copyOf(values);
    }
  }
}
