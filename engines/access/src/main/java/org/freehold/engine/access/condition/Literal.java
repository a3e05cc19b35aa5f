package org.freehold.engine.access.condition;

import java.util.Objects;

/** A value in a condition. */
public sealed interface Literal {

  /** Also ids and networks, which are written as text. */
  record Text(String value) implements Literal {
    public Text {
      Objects.requireNonNull(value, "value");
    }
  }

  record Number(double value) implements Literal {}

  record Flag(boolean value) implements Literal {}

  record Window(TimeWindow value) implements Literal {
    public Window {
      Objects.requireNonNull(value, "value");
    }
  }

  static Literal of(String value) {
    return new Text(value);
  }

  static Literal of(double value) {
    return new Number(value);
  }

  static Literal of(boolean value) {
    return new Flag(value);
  }
}
