package org.freehold.releases.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.freehold.environments.Backup;
import org.freehold.environments.TargetState;
import org.freehold.platform.Audited;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.SystemCall;
import org.freehold.platform.json.JsonText;
import org.freehold.releases.DeploymentDetails.Failure;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.LogLevel;
import org.freehold.releases.gates.Gate;
import org.freehold.releases.gates.GateOutcome;
import org.freehold.releases.gates.internal.PromotionGates;

/**
 * What the work of a deployment puts on record on its way, each in a short transaction: none is
 * open while the environment is being changed.
 */
@Stateless
@Guarded
public class DeploymentRecords {
  @Inject private DeploymentRepository deployments;
  @Inject private DeploymentTrail trail;
  @Inject private PromotionGates gates;
  @Inject private BundleOperations operations;
  @Inject private Clock clock;

  @SystemCall
  @NotAudited("A step of a deployment, which is in its log; how it begins and ends is on record.")
  public DeploymentJob job(DeploymentId id) {
    Deployment deployment =
        deployments.byId(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound("deployment"));
    return new DeploymentJob(
        id,
        trail.release(deployment).ref(),
        trail.environment(deployment),
        deployment.status(),
        StoredPlans.plan(deployment.plan()),
        deployment.plan().startFingerprint(),
        deployment.plan().endFingerprint(),
        deployment.evidence().isBackedUp(),
        deployment.evidence().backupWaiver(),
        deployment.rollback().isAutomatic(),
        deployment.rollback().isDrifted(),
        deployment.evidence().isUndoing(),
        deployment.rollback().losses());
  }

  /** The gates once more, now that the environment is held; a 409 when one does not let through. */
  @SystemCall
  @NotAudited("A step of a deployment, which is in its log; how it begins and ends is on record.")
  public void begin(DeploymentId id, TargetState found) {
    Deployment deployment = trail.locked(id);
    Release release = trail.release(deployment);
    PlanChecks.requireWhole(release, deployment);
    gates.requireOpen(
        CurrentCall.tenantId(),
        release,
        deployment,
        trail.environment(deployment),
        deployment.requestedBy());
    PlanChecks.requireStart(deployment, found);
    trail.keep(
        deployment,
        Gate.FINGERPRINT,
        GateOutcome.PASSED,
        Map.of("fingerprint", found.fingerprint()));
    trail.say(
        deployment,
        "The gates let through; " + deployment.environment() + " is as it was when planned.");
  }

  @SystemCall
  @NotAudited("A step of a deployment, which is in its log; how it begins and ends is on record.")
  public void backedUp(DeploymentId id, Backup backup) {
    Deployment deployment = trail.locked(id);
    deployment.backedUp(JsonText.of(backup), clock.instant());
    Map<String, Object> evidence = new TreeMap<>();
    evidence.put("backup", backup.id());
    evidence.put("rows", backup.rows());
    evidence.put("sha256", backup.sha256());
    evidence.put("lsn", backup.lsn());
    trail.keep(deployment, Gate.BACKUP, GateOutcome.PASSED, evidence);
    trail.say(
        deployment,
        "%d rows of %d tables are backed up, and the backup was restored and compared."
            .formatted(backup.rows(), backup.tables().size()));
  }

  /** It goes without one: there is nothing to back up, or somebody said so. */
  @SystemCall
  @NotAudited("A step of a deployment, which is in its log; how it begins and ends is on record.")
  public void backupWaived(DeploymentId id, String why) {
    Deployment deployment = trail.locked(id);
    trail.keep(deployment, Gate.BACKUP, GateOutcome.WAIVED, Map.of("reason", why));
    trail.say(deployment, "No backup is taken: " + why);
  }

  @SystemCall
  @NotAudited("A step of a deployment, which is in its log; how it begins and ends is on record.")
  public void log(DeploymentId id, LogLevel level, Integer step, String message) {
    trail.say(id, level, step, message);
  }

  /** So many steps are carried out now; and a line about it. */
  @SystemCall
  @NotAudited("A step of a deployment, which is in its log; how it begins and ends is on record.")
  public void progress(DeploymentId id, int done, Integer step, String message) {
    trail.locked(id).progress(done, clock.instant());
    trail.say(id, LogLevel.INFO, step, message);
  }

  /** The other sections are carried out with it, or it is not; a problem when they cannot be. */
  @SystemCall
  @NotAudited("A step of a deployment, which is in its log; how it begins and ends is on record.")
  public void applied(DeploymentId id) {
    Deployment deployment = trail.locked(id);
    String applied = operations.apply(trail.release(deployment), deployment);
    deployment.applied(applied, clock.instant());
    trail.say(
        deployment,
        "All steps are carried out, and the schema is the one that the dry run led to.");
    if (applied != null) {
      trail.say(deployment, "The other sections of the bundle are carried out.");
    }
  }

  /** It could not begin, or what it did was undone with the transaction: nothing is changed. */
  @SystemCall
  @Audited(value = "release.failed", complianceRelevant = true)
  public void failedUntouched(DeploymentId id, Failure failure) {
    Deployment deployment = trail.locked(id);
    deployment.failUntouched(failure, clock.instant());
    trail.failed(deployment, failure, " Nothing was changed in " + deployment.environment() + ".");
  }
}
