package org.freehold.engine.flags;

/** A compiled condition. */
@FunctionalInterface
interface Predicate {
  boolean holds(FlagContext context);

  /** How a value of an attribute is tested. */
  @FunctionalInterface
  interface OfValue {
    boolean holds(Object value);
  }
}
