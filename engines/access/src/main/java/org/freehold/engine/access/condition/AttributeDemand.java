package org.freehold.engine.access.condition;

/** A test that must come out true, or with {@code negated} false: in no case unknown. */
record AttributeDemand(
    Attribute attribute, Condition.Test test, boolean negated, ValueTest compiled) {

  AttributeDemand(Attribute attribute, Condition.Test test, boolean negated) {
    this(attribute, test, negated, ValueTest.of(attribute, test));
  }

  boolean isMetBy(Object value) {
    Truth truth = compiled.on(value);
    return truth == (negated ? Truth.NO : Truth.YES);
  }
}
