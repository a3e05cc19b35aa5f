package org.freehold.releases;

import java.time.Instant;
import org.freehold.environments.EnvironmentId;
import org.freehold.platform.UserId;

/**
 * A deployment as the API tells it: a release planned for one environment, and what became of it.
 *
 * @param releaseId what people call the release: {@code rel_20260115_1200}
 * @param version of the release
 * @param environment as the environment was called when this was planned
 * @param promotingAt when its promotion was asked for; null before
 * @param liveAt when it was in place and found healthy
 * @param soakedAt when it had been in place for as long as the environment's policy wants
 * @param endedAt when it left the environment, or failed
 * @param failure null where nothing failed
 * @param rollback null where nothing was undone
 */
public record DeploymentDetails(
    DeploymentId id,
    String releaseId,
    ReleaseId release,
    String version,
    String environment,
    EnvironmentId environmentId,
    DeploymentStatus status,
    String manifestDigest,
    FindingsCount findingsCount,
    Approvals approvals,
    Instant plannedAt,
    UserId plannedBy,
    UserId requestedBy,
    Instant promotingAt,
    Instant liveAt,
    Instant soakedAt,
    Instant endedAt,
    Steps steps,
    Failure failure,
    Rollback rollback) {
  /** Findings of the plan by severity. */
  public record FindingsCount(int info, int warning, int error) {}

  /** Of the manifest, for this environment. */
  public record Approvals(int given, int required) {}

  /** How far the plan is carried out. */
  public record Steps(int done, int total) {}

  /**
   * What failed.
   *
   * @param step null when it was none of the plan's
   */
  public record Failure(String code, Integer step, String message) {}

  /**
   * That it was undone, or is being.
   *
   * @param automatic whether a failure did it and nobody asked
   * @param by who asked; null when nobody did
   */
  public record Rollback(boolean automatic, String reason, UserId by) {}
}
