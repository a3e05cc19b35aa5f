package org.freehold.health;

import java.util.Map;

/**
 * How everything is.
 *
 * @param status the worst of all: up, warning or down
 * @param system use of processor, memory and disk
 * @param components each part with its own status
 */
public record HealthReport(
    HealthStatus status, Map<String, Use> system, Map<String, Component> components) {
  /**
   * Use of one resource.
   *
   * @param usedPercent null when the platform does not tell
   */
  public record Use(HealthStatus status, Double usedPercent, double warningPercent) {}

  /** One part. */
  public record Component(HealthStatus status, long latencyMillis, Map<String, Object> details) {}
}
