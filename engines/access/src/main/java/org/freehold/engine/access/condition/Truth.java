package org.freehold.engine.access.condition;

/** Kleene's three values, the least true first. */
public enum Truth {
  NO,
  UNKNOWN,
  YES;

  public static Truth of(boolean value) {
    return value ? YES : NO;
  }

  public Truth not() {
    return this == NO ? YES : this == YES ? NO : UNKNOWN;
  }

  public Truth and(Truth other) {
    return ordinal() <= other.ordinal() ? this : other;
  }

  public Truth or(Truth other) {
    return ordinal() >= other.ordinal() ? this : other;
  }
}
