package org.freehold.platform;

import java.util.Locale;

/**
 * What of a tenant is measured and limited by its plan.
 *
 * @param name on the wire and in plans, as {@code api_calls}
 * @param monthly begins anew with every month of UTC; otherwise what is there at the moment counts
 * @param relief what a tenant can do to need less of it, as a sentence
 */
public record Meter(String name, Unit unit, boolean monthly, String relief) {
  /** What a figure counts. */
  public enum Unit {
    COUNT,
    BYTES;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Things that are there until they are taken away. */
  public static Meter ofThings(String name, String relief) {
    return new Meter(name, Unit.COUNT, false, relief);
  }

  /** Things that happen, counted from the first of the month. */
  public static Meter ofMonth(String name) {
    return new Meter(name, Unit.COUNT, true, "Wait for the next month.");
  }
}
