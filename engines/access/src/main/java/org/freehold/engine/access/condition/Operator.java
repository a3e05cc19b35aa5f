package org.freehold.engine.access.condition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an attribute is compared; on the wire in lower case. */
public enum Operator {
  EQ(1),
  NE(1),
  IN(Operator.MANY),
  NOT_IN(Operator.MANY),
  LT(1),
  LE(1),
  GT(1),
  GE(1),
  STARTS_WITH(1),
  ENDS_WITH(1),
  /** The set has at least one of the values. */
  CONTAINS_ANY(Operator.MANY),
  CONTAINS_ALL(Operator.MANY),
  CONTAINS_NONE(Operator.MANY),
  IN_NETWORK(Operator.MANY),
  NOT_IN_NETWORK(Operator.MANY),
  /** In at least one of the time windows. */
  WITHIN(Operator.MANY),
  NOT_WITHIN(Operator.MANY),
  EXISTS(0),
  MISSING(0);

  private static final int MANY = ConditionChecker.MAX_VALUES;

  private final int mostValues;

  Operator(int mostValues) {
    this.mostValues = mostValues;
  }

  /** How many values it can be given; every operator that takes values needs one. */
  public int mostValues() {
    return mostValues;
  }

  /** As on the wire. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Operator> of(String code) {
    return Arrays.stream(values()).filter(operator -> operator.code().equals(code)).findFirst();
  }

  /** Whether it is true exactly where {@link #positive} is false. */
  boolean negative() {
    return positive() != this;
  }

  Operator positive() {
    return switch (this) {
      case NE -> EQ;
      case NOT_IN -> IN;
      case CONTAINS_NONE -> CONTAINS_ANY;
      case NOT_IN_NETWORK -> IN_NETWORK;
      case NOT_WITHIN -> WITHIN;
      case MISSING -> EXISTS;
      default -> this;
    };
  }
}
