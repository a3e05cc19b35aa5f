package org.freehold.releases.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.freehold.environments.EnvironmentDirectory;
import org.freehold.environments.TargetState;
import org.freehold.platform.Audited;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.platform.json.JsonText;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.DeploymentStatus;
import org.freehold.releases.ReleaseStatus;
import org.freehold.releases.gates.Gate;
import org.freehold.releases.gates.GateOutcome;

/** That a deployment is in place, and has soaked, put on record. */
@Stateless
@Guarded
public class PlaceRecords {
  @Inject private DeploymentRepository deployments;
  @Inject private EnvironmentDirectory environments;
  @Inject private DeploymentTrail trail;
  @Inject private Soaks soaks;
  @Inject private Clock clock;

  /** In place and healthy; what was there before is superseded. */
  @SystemCall
  @Audited(value = "release.promoted", complianceRelevant = true)
  public void inPlace(DeploymentId id, TargetState found, HealthGate.Health health) {
    Instant now = clock.instant();
    Deployment deployment = trail.locked(id);
    Release release = trail.release(deployment);
    trail.keep(
        deployment,
        Gate.HEALTH,
        health.asked() ? GateOutcome.PASSED : GateOutcome.WAIVED,
        health.evidence());
    supersede(deployment, now);
    Duration soak = soaks.length(deployment);
    deployment.inPlace(soak, JsonText.of(health.evidence()), now);
    release.become(ReleaseStatus.RELEASED, now);
    deployments.flush();
    soaks.begin(deployment);
    environments.deployed(deployment.environmentId(), found, release.ref());
    trail.say(deployment, health.message() + " " + whatNow(deployment, soak));
    trail.told(release, deployment, ReleaseNews.promoted(release, deployment));
  }

  private void supersede(Deployment next, Instant now) {
    deployments
        .inPlace(CurrentCall.tenantId(), next.environmentId())
        .ifPresent(
            before -> {
              before.supersede(now);
              deployments.flush();
            });
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

  /** When it will have soaked; null when it does not soak any more. */
  @SystemCall
  @NotAudited("A step of a deployment, which is in its log; how it begins and ends is on record.")
  public Instant soakEnd(DeploymentId id) {
    Deployment deployment = trail.locked(id);
    return deployment.status() == DeploymentStatus.SOAKING ? soaks.end(deployment) : null;
  }

  @SystemCall
  @NotAudited("A step of a deployment, which is in its log; how it begins and ends is on record.")
  public void soaked(DeploymentId id) {
    Deployment deployment = trail.locked(id);
    if (deployment.status() == DeploymentStatus.SOAKING) {
      deployment.soaked(clock.instant());
      trail.say(deployment, "The release has soaked and is live.");
    }
  }
}
