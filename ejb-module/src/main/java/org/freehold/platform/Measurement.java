package org.freehold.platform;

import java.util.Map;

/**
 * A number at this moment.
 *
 * @param name with the unit at its end, as {@code freehold_webhooks_oldest_due_seconds}
 * @param help what it counts
 * @param rising whether it only ever rises while the node lives
 * @param labels what tells it apart from others of its name
 */
public record Measurement(
    String name, String help, boolean rising, Map<String, String> labels, double value) {
  public static Measurement now(
      String name, String help, Map<String, String> labels, double value) {
    return new Measurement(name, help, false, labels, value);
  }

  public static Measurement total(
      String name, String help, Map<String, String> labels, double value) {
    return new Measurement(name, help, true, labels, value);
  }
}
