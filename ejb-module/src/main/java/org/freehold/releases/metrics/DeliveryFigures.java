package org.freehold.releases.metrics;

/**
 * The four figures of DORA, of one environment or of several together.
 *
 * @param deployments that got into the environment
 * @param externalDeployments of these, those that were made by other means and only recorded
 * @param failedDeployments that changed the environment and were undone, or should have been
 * @param changeFailureRate failed ones by all that changed the environment, 0 to 1; null when there
 *     were none
 * @param leadTimeSeconds median from when the release was made until it was in place; null without
 *     any; external ones have none
 * @param timeToRestoreSeconds median from when a failing promotion began until the environment was
 *     as before, or had the next release; null without any
 * @param unrestored failed ones after which neither has happened yet
 */
public record DeliveryFigures(
    int deployments,
    int externalDeployments,
    double deploymentsPerDay,
    int failedDeployments,
    Double changeFailureRate,
    Long leadTimeSeconds,
    Long timeToRestoreSeconds,
    int unrestored) {}
