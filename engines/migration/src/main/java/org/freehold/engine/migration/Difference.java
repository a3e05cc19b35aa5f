package org.freehold.engine.migration;

/**
 * One object that is not as it was expected.
 *
 * @param object for example {@code table orders}
 * @param expected what it should be; null for {@link Kind#ADDED}
 * @param found what it is; null for {@link Kind#MISSING}
 */
public record Difference(String object, Kind kind, String expected, String found) {
  /** How it differs. */
  public enum Kind {
    ADDED,
    MISSING,
    CHANGED
  }
}
