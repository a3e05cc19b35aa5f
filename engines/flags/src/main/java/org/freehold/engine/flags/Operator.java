package org.freehold.engine.flags;

/** How an attribute is compared with the values of a condition; one of these is enough. */
public enum Operator {
  EQUALS(Operand.ANY),
  IN(Operand.ANY),
  STARTS_WITH(Operand.TEXT),
  ENDS_WITH(Operand.TEXT),
  CONTAINS(Operand.TEXT),
  LESS_THAN(Operand.NUMBER),
  LESS_OR_EQUAL(Operand.NUMBER),
  GREATER_THAN(Operand.NUMBER),
  GREATER_OR_EQUAL(Operand.NUMBER),
  SEMVER_EQUAL(Operand.VERSION),
  SEMVER_LESS_THAN(Operand.VERSION),
  SEMVER_GREATER_THAN(Operand.VERSION),
  BEFORE(Operand.MOMENT),
  AFTER(Operand.MOMENT),
  PRESENT(Operand.NONE),
  IN_SEGMENT(Operand.SEGMENT);

  /** What the values of a condition must be. */
  enum Operand {
    ANY,
    TEXT,
    NUMBER,
    VERSION,
    MOMENT,
    SEGMENT,
    NONE
  }

  private final Operand operand;

  Operator(Operand operand) {
    this.operand = operand;
  }

  Operand operand() {
    return operand;
  }
}
