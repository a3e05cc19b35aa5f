package org.freehold.limits;

import java.time.Duration;

/**
 * What is counted together, how many of it and in which time.
 *
 * @param shared by all nodes; else each counts by itself
 */
public record RatePolicy(String name, String unit, Duration window, long most, boolean shared) {
  /** Before anybody is known: floods of it must not reach the database. */
  public static RatePolicy perMinuteAndNode(String name, long most) {
    return new RatePolicy(name, "a minute", Duration.ofMinutes(1), most, false);
  }

  public static RatePolicy perMinute(String name, long most) {
    return new RatePolicy(name, "a minute", Duration.ofMinutes(1), most, true);
  }

  public static RatePolicy perHour(String name, long most) {
    return new RatePolicy(name, "an hour", Duration.ofHours(1), most, true);
  }

  /** As in {@code RateLimit-Policy}. */
  public String header() {
    return "\"%s\";q=%d;w=%d".formatted(name, most, window.toSeconds());
  }
}
