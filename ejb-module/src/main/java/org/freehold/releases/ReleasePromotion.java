package org.freehold.releases;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.EnvironmentDirectory;
import org.freehold.environments.TargetState;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.On;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.releases.gates.internal.PromotionGates;
import org.freehold.releases.internal.Deployment;
import org.freehold.releases.internal.DeploymentLookup;
import org.freehold.releases.internal.DeploymentRepository;
import org.freehold.releases.internal.DeploymentStart;
import org.freehold.releases.internal.PlanChecks;
import org.freehold.releases.internal.Release;

/**
 * Begins promotions in two steps: a permit before the environment is read, and the beginning when
 * it has been. The second checks everything again, and leased work does the rest.
 */
@Stateless
@Guarded
public class ReleasePromotion {
  @Inject private DeploymentLookup lookup;
  @Inject private DeploymentRepository deployments;
  @Inject private EnvironmentDirectory environments;
  @Inject private PromotionGates gates;
  @Inject private DeploymentStart start;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** What the trail keeps of a step. */
  public record Stepped(String environment, DeploymentStatus status, String manifestDigest) {
    static Stepped of(Deployment deployment) {
      return new Stepped(
          deployment.environment(), deployment.status(), deployment.plan().manifestDigest());
    }
  }

  /** Environment null: the only one that the release has an open plan for. */
  @RequiresPermission("releases:promote")
  @NotAudited("It changes nothing: the change that it permits is on record when it is made.")
  public PromotionPermit permit(@On("release") ReleaseId id, String environment) {
    Release release = lookup.release(id);
    Deployment deployment = open(release, environment);
    requirePassable(release, deployment);
    return new PromotionPermit(
        deployment.id(), deployment.environmentId(), deployment.environment());
  }

  /**
   * The gates, and what was found in the environment, decide; then it is on its way.
   *
   * @param backupWaiver why it may go without a backup that would be too large; null when it may
   *     not
   */
  @RequiresPermission("releases:promote")
  @Audited(value = "release.promotion_requested", complianceRelevant = true)
  public DeploymentDetails begin(
      @On("release") ReleaseId id, PromotionPermit permit, TargetState found, String backupWaiver) {
    TenantId tenant = CurrentCall.tenantId();
    Release release = lookup.release(id);
    changes.about("release", id.value()).inProject(project(release));
    Deployment deployment =
        deployments
            .locked(tenant, permit.deployment())
            .filter(one -> one.releaseId().equals(id) && one.status().isOpen())
            .orElseThrow(() -> ReleaseRefused.notPrepared(release.ref(), permit.environmentName()));
    Stepped before = Stepped.of(deployment);
    requirePassable(release, deployment);
    PlanChecks.requireStart(deployment, found);
    Instant now = clock.instant();
    deployment.promote(
        person(),
        deployments.inPlace(tenant, deployment.environmentId()).map(Deployment::id).orElse(null),
        backupWaiver,
        now);
    start.begin(deployment, now);
    changes.before(before).after(Stepped.of(deployment));
    return deployment.details(release);
  }

  private void requirePassable(Release release, Deployment deployment) {
    TenantId tenant = CurrentCall.tenantId();
    start.requireNoneAtWork(deployment);
    PlanChecks.requireWhole(release, deployment);
    EnvironmentDetails environment =
        environments
            .find(deployment.environmentId())
            .orElseThrow(() -> new NotFound("environment"));
    gates.requireOpen(tenant, release, deployment, environment, person());
  }

  private Deployment open(Release release, String environment) {
    TenantId tenant = CurrentCall.tenantId();
    if (environment != null) {
      EnvironmentDetails to = lookup.environment(release, environment);
      return deployments
          .open(tenant, release.id(), to.id())
          .orElseThrow(() -> ReleaseRefused.notPrepared(release.ref(), to.name()));
    }
    List<Deployment> all =
        deployments.ofRelease(tenant, release.id(), 50).stream()
            .filter(one -> one.status().isOpen())
            .toList();
    if (all.size() > 1) {
      throw Invalid.at("/to_env", "required", "The release is planned for several environments.");
    }
    return all.stream()
        .findFirst()
        .orElseThrow(() -> ReleaseRefused.notPrepared(release.ref(), "any environment"));
  }

  private static UserId person() {
    return CurrentCall.get().actor().person();
  }

  private static UUID project(Release release) {
    return release.projectId() == null ? null : release.projectId().value();
  }
}
