package org.freehold.releases.internal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.freehold.environments.Backup;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.EnvironmentDirectory;
import org.freehold.environments.TargetState;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotFound;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.work.WorkQueue;
import org.freehold.releases.DeploymentDetails.Failure;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.DeploymentStatus;
import org.freehold.releases.LogLevel;
import org.freehold.releases.ReleaseStatus;
import org.freehold.releases.gates.Gate;
import org.freehold.releases.gates.GateOutcome;
import org.freehold.releases.gates.internal.PromotionGates;

/**
 * What the work of a deployment puts on record, each in a short transaction: none is open while the
 * environment is being changed.
 */
@Stateless
@Guarded
public class DeploymentRecords {
  @Inject private DeploymentRepository deployments;
  @Inject private ReleaseRepository releases;
  @Inject private EnvironmentDirectory environments;
  @Inject private PromotionGates gates;
  @Inject private WorkQueue work;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /** What the trail keeps of what became of a deployment. */
  public record Became(String environment, DeploymentStatus status, String manifestDigest) {}

  @SystemCall
  public DeploymentJob job(DeploymentId id) {
    Deployment deployment =
        deployments.byId(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound("deployment"));
    return new DeploymentJob(
        id,
        release(deployment).ref(),
        environment(deployment),
        deployment.status(),
        StoredPlans.plan(deployment.plan()),
        deployment.plan().startFingerprint(),
        deployment.plan().endFingerprint(),
        deployment.backup() != null,
        deployment.backupWaiver(),
        deployment.isRollbackAutomatic(),
        deployment.isRollbackDrifted(),
        deployment.rollbackLosses());
  }

  /** The gates once more, now that the environment is held; a 409 when one does not let through. */
  @SystemCall
  public void begin(DeploymentId id, TargetState found) {
    Deployment deployment = locked(id);
    Release release = release(deployment);
    PlanChecks.requireWhole(release, deployment);
    gates.requireOpen(
        CurrentCall.tenantId(),
        release,
        deployment,
        environment(deployment),
        deployment.requestedBy());
    PlanChecks.requireStart(deployment, found);
    keep(deployment, Gate.FINGERPRINT, GateOutcome.PASSED, fingerprint(found));
    say(
        deployment,
        LogLevel.INFO,
        null,
        "The gates let through; " + deployment.environment() + " is as it was when planned.");
  }

  @SystemCall
  public void backedUp(DeploymentId id, Backup backup) {
    Deployment deployment = locked(id);
    deployment.backedUp(JsonText.of(backup), clock.instant());
    Map<String, Object> evidence = new TreeMap<>();
    evidence.put("backup", backup.id());
    evidence.put("rows", backup.rows());
    evidence.put("sha256", backup.sha256());
    evidence.put("lsn", backup.lsn());
    keep(deployment, Gate.BACKUP, GateOutcome.PASSED, evidence);
    say(
        deployment,
        LogLevel.INFO,
        null,
        "%d rows of %d tables are backed up, and the backup was restored and compared."
            .formatted(backup.rows(), backup.tables().size()));
  }

  /** It goes without one: there is nothing to back up, or somebody said so. */
  @SystemCall
  public void backupWaived(DeploymentId id, String why) {
    Deployment deployment = locked(id);
    keep(deployment, Gate.BACKUP, GateOutcome.WAIVED, Map.of("reason", why));
    say(deployment, LogLevel.INFO, null, "No backup is taken: " + why);
  }

  @SystemCall
  public void log(DeploymentId id, LogLevel level, Integer step, String message) {
    deployments.add(
        new DeploymentLogLine(CurrentCall.tenantId(), id, level, step, message, clock.instant()));
  }

  /** So many steps are carried out now; and a line about it. */
  @SystemCall
  public void progress(DeploymentId id, int done, Integer step, String message) {
    Deployment deployment = locked(id);
    deployment.progress(done, clock.instant());
    say(deployment, LogLevel.INFO, step, message);
  }

  @SystemCall
  public void applied(DeploymentId id) {
    Deployment deployment = locked(id);
    deployment.applied(clock.instant());
    say(
        deployment,
        LogLevel.INFO,
        null,
        "All steps are carried out, and the schema is the one that the dry run led to.");
  }

  /** In place and healthy; what was there before is superseded. */
  @SystemCall
  @Audited(value = "release.promoted", complianceRelevant = true)
  public void inPlace(DeploymentId id, TargetState found, HealthGate.Health health) {
    TenantId tenant = CurrentCall.tenantId();
    Instant now = clock.instant();
    Deployment deployment = locked(id);
    EnvironmentDetails environment = environment(deployment);
    Release release = release(deployment);
    keep(
        deployment,
        Gate.HEALTH,
        health.asked() ? GateOutcome.PASSED : GateOutcome.WAIVED,
        health.evidence());
    deployments
        .inPlace(tenant, environment.id())
        .ifPresent(
            before -> {
              before.supersede(now);
              deployments.flush();
            });
    Duration soak = Duration.ofMinutes(environment.policy().soakMinutes());
    deployment.inPlace(soak, JsonText.of(health.evidence()), now);
    release.become(ReleaseStatus.RELEASED, now);
    deployments.flush();
    soak(deployment, soak);
    environments.deployed(environment.id(), found, release.ref());
    say(deployment, LogLevel.INFO, null, health.message() + " " + whatNow(deployment, soak));
    events.fire(ReleaseNews.promoted(release, deployment));
    told(release, deployment);
  }

  private static String whatNow(Deployment deployment, Duration soak) {
    return deployment.status() == DeploymentStatus.LIVE
        ? "The release is live in " + deployment.environment() + "."
        : "The release is in "
            + deployment.environment()
            + " and soaks for "
            + soak.toMinutes()
            + " minutes.";
  }

  /** A timer for each soak: nobody has to ask again at the moment at which it ends. */
  private void soak(Deployment deployment, Duration soak) {
    if (deployment.status() == DeploymentStatus.SOAKING) {
      work.schedule(
          SoakWork.KIND,
          CurrentCall.tenantId(),
          deployment.id().value(),
          deployment.liveAt().plus(soak));
    }
  }

  /** When it will have soaked; null when it does not soak any more. */
  @SystemCall
  public Instant soakEnd(DeploymentId id) {
    Deployment deployment = locked(id);
    if (deployment.status() != DeploymentStatus.SOAKING) {
      return null;
    }
    int minutes = environment(deployment).policy().soakMinutes();
    return deployment.liveAt().plus(Duration.ofMinutes(minutes));
  }

  @SystemCall
  public void soaked(DeploymentId id) {
    Deployment deployment = locked(id);
    if (deployment.status() == DeploymentStatus.SOAKING) {
      deployment.soaked(clock.instant());
      say(deployment, LogLevel.INFO, null, "The release has soaked and is live.");
    }
  }

  /** It could not begin, or what it did was undone with the transaction: nothing is changed. */
  @SystemCall
  @Audited(value = "release.failed", complianceRelevant = true)
  public void failedUntouched(DeploymentId id, Failure failure) {
    Deployment deployment = locked(id);
    deployment.failUntouched(failure, clock.instant());
    failed(deployment, failure, " Nothing was changed in " + deployment.environment() + ".");
  }

  /** It failed on its way; what was done is undone next. {@code health} null: it was not asked. */
  @SystemCall
  @Audited(value = "release.failed", complianceRelevant = true)
  public void rollingBack(DeploymentId id, Failure failure, HealthGate.Health health) {
    Deployment deployment = locked(id);
    if (health != null) {
      keep(deployment, Gate.HEALTH, GateOutcome.FAILED, health.evidence());
    }
    deployment.rollBackAfter(
        failure, health == null ? null : JsonText.of(health.evidence()), clock.instant());
    failed(deployment, failure, " What was done is undone now.");
  }

  /** Others had changed the environment: known only as long as nothing is undone. */
  @SystemCall
  public void drifted(DeploymentId id) {
    locked(id).rollBackDrifted(clock.instant());
  }

  /** Undone; what was there before is in place again when it had been superseded. */
  @SystemCall
  @Audited(value = "release.rolled_back", complianceRelevant = true)
  public void rolledBack(DeploymentId id, TargetState found, String proof) {
    Instant now = clock.instant();
    Deployment deployment = locked(id);
    Release release = release(deployment);
    deployment.rolledBack(now);
    release.become(ReleaseStatus.ROLLED_BACK, now);
    deployments.flush();
    if (!deployment.isRollbackAutomatic()) {
      environments.deployed(deployment.environmentId(), found, restored(deployment, now));
    }
    say(deployment, LogLevel.INFO, null, proof);
    events.fire(ReleaseNews.rolledBack(release, deployment));
    told(release, deployment);
  }

  /** What is in place again, by name; null when nothing was there before. */
  private String restored(Deployment undone, Instant now) {
    if (undone.previousId() == null) {
      return null;
    }
    Deployment before = locked(undone.previousId());
    if (before.status() != DeploymentStatus.SUPERSEDED) {
      return null;
    }
    before.restore(now);
    deployments.flush();
    soak(before, Duration.ofMinutes(environment(before).policy().soakMinutes()));
    Release release = release(before);
    say(before, LogLevel.INFO, null, "In place again, since what superseded it was undone.");
    return release.ref();
  }

  /** It is not undone, and nothing was: the release is in place as before. */
  @SystemCall
  @Audited(value = "release.rollback_failed", complianceRelevant = true)
  public void rollbackRefused(DeploymentId id, Failure failure) {
    Instant now = clock.instant();
    Deployment deployment = locked(id);
    Release release = release(deployment);
    deployment.keepInPlace(failure, now);
    release.become(ReleaseStatus.RELEASED, now);
    deployments.flush();
    // What waited for the end of the soak may have found it being undone, and gone.
    soak(deployment, Duration.ofMinutes(environment(deployment).policy().soakMinutes()));
    say(deployment, LogLevel.ERROR, null, failure.message() + " (" + failure.code() + ")");
    events.fire(ReleaseNews.failed(release, deployment, failure));
    told(release, deployment);
    changes.refused(failure.code());
  }

  /** Somebody must look: what was done could not be undone. */
  @SystemCall
  @Audited(value = "release.rollback_failed", complianceRelevant = true)
  public void rollbackFailed(DeploymentId id, Failure failure) {
    Deployment deployment = locked(id);
    deployment.rollbackFailed(failure, clock.instant());
    failed(deployment, failure, " It could not be undone: somebody must look.");
  }

  private void failed(Deployment deployment, Failure failure, String whatNow) {
    Release release = release(deployment);
    release.become(ReleaseStatus.FAILED, clock.instant());
    deployments.flush();
    say(deployment, LogLevel.ERROR, failure.step(), failure.message() + whatNow);
    events.fire(ReleaseNews.failed(release, deployment, failure));
    told(release, deployment);
    changes.refused(failure.code());
  }

  private void told(Release release, Deployment deployment) {
    changes
        .about("release", release.id().value())
        .inProject(release.projectId() == null ? null : release.projectId().value())
        .after(
            new Became(
                deployment.environment(), deployment.status(), deployment.plan().manifestDigest()));
  }

  private static Map<String, Object> fingerprint(TargetState found) {
    return Map.of("fingerprint", found.fingerprint());
  }

  private void keep(
      Deployment deployment, Gate gate, GateOutcome outcome, Map<String, Object> evidence) {
    gates.record(CurrentCall.tenantId(), deployment.id(), gate, outcome, evidence);
  }

  private void say(Deployment deployment, LogLevel level, Integer step, String message) {
    log(deployment.id(), level, step, message);
  }

  private Deployment locked(DeploymentId id) {
    return deployments
        .locked(CurrentCall.tenantId(), id)
        .orElseThrow(() -> new NotFound("deployment"));
  }

  private Release release(Deployment deployment) {
    return releases.byId(CurrentCall.tenantId(), deployment.releaseId()).orElseThrow();
  }

  private EnvironmentDetails environment(Deployment deployment) {
    return environments
        .find(deployment.environmentId())
        .orElseThrow(() -> new NotFound("environment"));
  }
}
