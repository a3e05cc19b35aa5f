package org.freehold.releases.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.freehold.environments.EnvironmentDirectory;
import org.freehold.environments.TargetState;
import org.freehold.platform.Audited;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.platform.json.JsonText;
import org.freehold.releases.DeploymentDetails.Failure;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.DeploymentStatus;
import org.freehold.releases.LogLevel;
import org.freehold.releases.ReleaseStatus;
import org.freehold.releases.gates.Gate;
import org.freehold.releases.gates.GateOutcome;

/** The way back of a deployment, put on record as its way forth is. */
@Stateless
@Guarded
public class RollbackRecords {
  @Inject private DeploymentRepository deployments;
  @Inject private EnvironmentDirectory environments;
  @Inject private DeploymentTrail trail;
  @Inject private Soaks soaks;
  @Inject private BundleOperations operations;
  @Inject private Clock clock;

  /** It failed on its way; what was done is undone next. {@code health} null: it was not asked. */
  @SystemCall
  @Audited(value = "release.failed", complianceRelevant = true)
  public void rollingBack(DeploymentId id, Failure failure, HealthGate.Health health) {
    Deployment deployment = trail.locked(id);
    if (health != null) {
      trail.keep(deployment, Gate.HEALTH, GateOutcome.FAILED, health.evidence());
    }
    deployment.rollBackAfter(
        failure, health == null ? null : JsonText.of(health.evidence()), clock.instant());
    trail.failed(deployment, failure, " What was done is undone now.");
  }

  /** Others had changed the environment: known only as long as nothing is undone. */
  @SystemCall
  @NotAudited("A step of a deployment, which is in its log; how it begins and ends is on record.")
  public void drifted(DeploymentId id) {
    trail.locked(id).rollBackDrifted(clock.instant());
  }

  /** What the bundle changed beside the database is undone first, as it was done last. */
  @SystemCall
  @NotAudited("A step of a deployment, which is in its log; how it begins and ends is on record.")
  public void operationsUndone(DeploymentId id) {
    Deployment deployment = trail.locked(id);
    String applied = deployment.evidence().operations();
    if (applied == null) {
      return;
    }
    List<String> left = operations.undo(applied, trail.release(deployment), deployment);
    deployment.operationsUndone(clock.instant());
    trail.say(deployment, "The other sections of the bundle are undone.");
    left.forEach(sentence -> trail.say(id, LogLevel.WARNING, null, sentence));
  }

  /** Undone; what was there before is in place again when it had been superseded. */
  @SystemCall
  @Audited(value = "release.rolled_back", complianceRelevant = true)
  public void rolledBack(DeploymentId id, TargetState found, String proof) {
    Instant now = clock.instant();
    Deployment deployment = trail.locked(id);
    Release release = trail.release(deployment);
    deployment.rolledBack(now);
    release.become(ReleaseStatus.ROLLED_BACK, now);
    deployments.flush();
    if (!deployment.rollback().isAutomatic()) {
      environments.deployed(deployment.environmentId(), found, restored(deployment, now));
    }
    trail.say(deployment, proof);
    trail.told(release, deployment, ReleaseNews.rolledBack(release, deployment));
  }

  /** What is in place again, by name; null when nothing was there before. */
  private String restored(Deployment undone, Instant now) {
    if (undone.previousId() == null) {
      return null;
    }
    Deployment before = trail.locked(undone.previousId());
    if (before.status() != DeploymentStatus.SUPERSEDED) {
      return null;
    }
    before.restore(now);
    deployments.flush();
    soaks.begin(before);
    trail.say(before, "In place again, since what superseded it was undone.");
    return trail.release(before).ref();
  }

  /** It is not undone, and nothing was: the release is in place as before. */
  @SystemCall
  @Audited(value = "release.rollback_failed", complianceRelevant = true)
  public void refused(DeploymentId id, Failure failure) {
    Instant now = clock.instant();
    Deployment deployment = trail.locked(id);
    Release release = trail.release(deployment);
    deployment.keepInPlace(failure, now);
    release.become(ReleaseStatus.RELEASED, now);
    // What waited for the end of the soak may have found it being undone, and gone.
    soaks.begin(deployment);
    trail.failed(release, deployment, failure, failure.message() + " (" + failure.code() + ")");
  }

  /** Somebody must look: what was done could not be undone. */
  @SystemCall
  @Audited(value = "release.rollback_failed", complianceRelevant = true)
  public void failed(DeploymentId id, Failure failure) {
    Deployment deployment = trail.locked(id);
    deployment.rollbackFailed(failure, clock.instant());
    trail.failed(deployment, failure, " It could not be undone: somebody must look.");
  }
}
