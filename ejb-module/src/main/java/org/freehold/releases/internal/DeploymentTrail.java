package org.freehold.releases.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.EnvironmentDirectory;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.NotFound;
import org.freehold.releases.DeploymentDetails.Failure;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.DeploymentStatus;
import org.freehold.releases.LogLevel;
import org.freehold.releases.ReleaseStatus;
import org.freehold.releases.gates.Gate;
import org.freehold.releases.gates.GateOutcome;
import org.freehold.releases.gates.internal.PromotionGates;

/** Finds the deployment that is worked on, and tells of it in the transaction that is open. */
@ApplicationScoped
public class DeploymentTrail {
  @Inject private DeploymentRepository deployments;
  @Inject private ReleaseRepository releases;
  @Inject private EnvironmentDirectory environments;
  @Inject private PromotionGates gates;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /** What the trail keeps of what became of a deployment. */
  public record Became(String environment, DeploymentStatus status, String manifestDigest) {}

  Deployment locked(DeploymentId id) {
    return deployments
        .locked(CurrentCall.tenantId(), id)
        .orElseThrow(() -> new NotFound("deployment"));
  }

  Release release(Deployment deployment) {
    return releases.byId(CurrentCall.tenantId(), deployment.releaseId()).orElseThrow();
  }

  EnvironmentDetails environment(Deployment deployment) {
    return environments
        .find(deployment.environmentId())
        .orElseThrow(() -> new NotFound("environment"));
  }

  /** {@code step} null: it is about the whole. */
  void say(DeploymentId id, LogLevel level, Integer step, String message) {
    deployments.add(
        new DeploymentLogLine(CurrentCall.tenantId(), id, level, step, message, clock.instant()));
  }

  void say(Deployment deployment, String message) {
    say(deployment.id(), LogLevel.INFO, null, message);
  }

  void keep(Deployment deployment, Gate gate, GateOutcome outcome, Map<String, Object> evidence) {
    gates.record(CurrentCall.tenantId(), deployment.id(), gate, outcome, evidence);
  }

  /** The release has failed, and everybody hears of it. */
  void failed(Deployment deployment, Failure failure, String whatNow) {
    Release release = release(deployment);
    release.become(ReleaseStatus.FAILED, clock.instant());
    failed(release, deployment, failure, failure.message() + whatNow);
  }

  /** Everybody hears that it failed. */
  void failed(Release release, Deployment deployment, Failure failure, String message) {
    deployments.flush();
    say(deployment.id(), LogLevel.ERROR, failure.step(), message);
    told(release, deployment, ReleaseNews.failed(release, deployment, failure));
    changes.refused(failure.code());
  }

  void told(Release release, Deployment deployment, DomainEvent news) {
    events.fire(news);
    changes
        .about("release", release.id().value())
        .inProject(release.projectId() == null ? null : release.projectId().value())
        .after(
            new Became(
                deployment.environment(), deployment.status(), deployment.plan().manifestDigest()));
  }
}
