package org.freehold.releases.metrics;

import java.time.Instant;
import java.util.List;
import org.freehold.environments.EnvironmentId;

/**
 * Delivery metrics of a stretch of time; a deployment belongs to the moment at which its promotion
 * began.
 *
 * @param figures over all environments that are told of
 */
public record DeliveryMetrics(
    Instant from,
    Instant until,
    int days,
    DeliveryFigures figures,
    List<OfEnvironment> environments) {
  /** Of one environment, under the name that it had last. */
  public record OfEnvironment(
      EnvironmentId environmentId, String environment, DeliveryFigures figures) {}
}
