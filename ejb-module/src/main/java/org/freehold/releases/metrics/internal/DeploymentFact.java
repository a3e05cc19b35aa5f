package org.freehold.releases.metrics.internal;

import java.time.Instant;
import java.util.UUID;
import org.freehold.environments.EnvironmentId;
import org.freehold.releases.DeploymentStatus;

/**
 * What the metrics look at.
 *
 * @param releaseMade when the release was made
 * @param begun when its promotion began
 * @param live when it was in place; null when it never was
 * @param ended null while it is in place or at work
 * @param previous what was in place before; null for nothing
 * @param undoing whether anything was undone, or tried to be
 */
public record DeploymentFact(
    UUID id,
    EnvironmentId environmentId,
    String environment,
    DeploymentStatus status,
    boolean external,
    Instant releaseMade,
    Instant begun,
    Instant live,
    Instant ended,
    UUID previous,
    boolean undoing) {
  /** It changed the environment, and that was not well. */
  boolean isFailed() {
    return undoing;
  }

  /** It changed the environment: what was refused before it touched anything did not. */
  boolean isChange() {
    return live != null || undoing;
  }
}
