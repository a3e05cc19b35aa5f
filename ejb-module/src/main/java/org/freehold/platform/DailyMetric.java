package org.freehold.platform;

/**
 * Something of a tenant that is followed from day to day.
 *
 * @param name on the wire, as {@code tasks_completed}
 * @param permission that lets see it
 * @param ofPlatform whether operators of the platform see it, summed over all tenants
 * @param description in a few words
 */
public record DailyMetric(
    String name, Kind kind, Unit unit, String permission, boolean ofPlatform, String description) {
  /** What a day's value says. */
  public enum Kind {
    /** What happened on the day: values of several days add up. */
    FLOW,
    /** What there was when the day ended. */
    LEVEL
  }

  /** What it counts. */
  public enum Unit {
    COUNT,
    BYTES,
    /** Of whatever currency the tenant writes its budgets in. */
    AMOUNT
  }

  public static DailyMetric flow(String name, String permission, String description) {
    return new DailyMetric(name, Kind.FLOW, Unit.COUNT, permission, false, description);
  }

  public static DailyMetric level(String name, String permission, Unit unit, String description) {
    return new DailyMetric(name, Kind.LEVEL, unit, permission, false, description);
  }

  public DailyMetric seenByPlatform() {
    return new DailyMetric(name, kind, unit, permission, true, description);
  }
}
