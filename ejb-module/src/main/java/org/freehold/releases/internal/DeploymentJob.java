package org.freehold.releases.internal;

import org.freehold.engine.migration.Plan;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.EnvironmentId;
import org.freehold.environments.LossDigest;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.DeploymentStatus;

/**
 * A deployment that is to be worked on, as it was when it was read.
 *
 * @param release {@code rel_…}
 * @param backedUp whether its backup was taken already
 * @param backupWaiver why it may go without one; null when nobody said so
 * @param automatic whether its rollback is one that nobody asked for
 * @param drifted whether others had changed the environment before the first step was undone
 * @param undoing whether something of it is undone already
 * @param losses what undoing it may lose; null for nothing
 */
public record DeploymentJob(
    DeploymentId id,
    String release,
    EnvironmentDetails environment,
    DeploymentStatus status,
    Plan plan,
    String startFingerprint,
    String endFingerprint,
    boolean backedUp,
    String backupWaiver,
    boolean automatic,
    boolean drifted,
    boolean undoing,
    LossDigest losses) {
  public EnvironmentId place() {
    return environment.id();
  }
}
