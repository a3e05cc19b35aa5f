package org.freehold.releases;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of a deployment's log.
 *
 * @param deploymentId whose it is
 * @param step of the plan; null when it is about none
 */
public record ReleaseLogLine(
    UUID id,
    DeploymentId deploymentId,
    Instant time,
    LogLevel level,
    Integer step,
    String message) {}
