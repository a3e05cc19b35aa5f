package org.freehold.engine.flags;

import java.util.List;

/**
 * A test of one attribute. An attribute that the context does not have passes no test, negated or
 * not, but for {@link Operator#PRESENT}; of a list one item that passes is enough.
 *
 * @param attribute null with {@link Operator#IN_SEGMENT}
 * @param values Strings, Numbers or Booleans; keys of segments with {@link Operator#IN_SEGMENT}
 */
public record Condition(String attribute, Operator operator, List<Object> values, boolean negated) {
  public Condition {
    values = List.copyOf(values);
  }
}
