package org.freehold.releases.gates;

import java.util.Map;

/**
 * How an environment is with a release in place.
 *
 * @param code why it does not let through: {@code unhealthy} or {@code health_inconclusive}; null
 *     when it does
 * @param message in words
 */
public record HealthFindings(
    GateOutcome outcome, String code, String message, Map<String, Object> evidence) {
  public boolean letsThrough() {
    return outcome != GateOutcome.FAILED;
  }
}
