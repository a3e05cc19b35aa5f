package org.freehold.engine.access;

/** Where an attribute's value comes from. */
@FunctionalInterface
interface AttributeReader {

  /** Null when it is missing. */
  Object read(Subject subject, Action action, ResourceFacts facts, Environment environment);

  /** A number that is read without an object around it; not-a-number when it is missing. */
  @FunctionalInterface
  interface OfNumber {
    double read(Subject subject, Action action, ResourceFacts facts, Environment environment);
  }

  /** Something about the thing, missing when there is none. */
  @FunctionalInterface
  interface OfThing extends AttributeReader {
    Object read(ResourceFacts facts);

    @Override
    default Object read(
        Subject subject, Action action, ResourceFacts facts, Environment environment) {
      return facts == null ? null : read(facts);
    }
  }
}
