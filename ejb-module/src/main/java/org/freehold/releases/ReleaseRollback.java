package org.freehold.releases;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.LossPreview;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.On;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantId;
import org.freehold.platform.work.WorkQueue;
import org.freehold.releases.ReleasePromotion.Stepped;
import org.freehold.releases.internal.Deployment;
import org.freehold.releases.internal.DeploymentLookup;
import org.freehold.releases.internal.DeploymentRepository;
import org.freehold.releases.internal.DeploymentWork;
import org.freehold.releases.internal.PlanChecks;
import org.freehold.releases.internal.Release;
import org.freehold.releases.internal.StoredPlans;

/**
 * Undoes what is in place: what would be lost is looked at first, and where that is anything it is
 * only done for whoever quotes the digest of what they saw.
 */
@Stateless
@Guarded
public class ReleaseRollback {
  @Inject private DeploymentLookup lookup;
  @Inject private DeploymentRepository deployments;
  @Inject private WorkQueue work;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** To see what would be lost; environment null: the only one that the release is in. */
  @RequiresPermission("releases:read")
  public RollbackPermit look(@On("release") ReleaseId id, String environment) {
    return permitted(id, environment);
  }

  /** To have it undone; environment null: the only one that the release is in. */
  @RequiresPermission("releases:rollback")
  public RollbackPermit permit(@On("release") ReleaseId id, String environment) {
    return permitted(id, environment);
  }

  private RollbackPermit permitted(ReleaseId id, String environment) {
    Deployment deployment = inPlace(lookup.release(id), environment);
    return new RollbackPermit(
        deployment.id(),
        deployment.environmentId(),
        deployment.environment(),
        StoredPlans.plan(deployment.plan()));
  }

  /** Leased work does the rest; {@code acceptedLoss} null when nothing may be lost. */
  @RequiresPermission("releases:rollback")
  @Audited(value = "release.rollback_requested", complianceRelevant = true)
  public DeploymentDetails begin(
      @On("release") ReleaseId id,
      RollbackPermit permit,
      LossPreview losses,
      String reason,
      String acceptedLoss) {
    TenantId tenant = CurrentCall.tenantId();
    Release release = lookup.release(id);
    changes
        .about("release", id.value())
        .inProject(release.projectId() == null ? null : release.projectId().value());
    Deployment deployment =
        deployments
            .locked(tenant, permit.deployment())
            .filter(one -> one.status().isInPlace())
            .orElseThrow(() -> notInPlace(release, permit.environmentName()));
    Stepped before = Stepped.of(deployment);
    requireAccepted(release, permit, losses, acceptedLoss);
    PlanChecks.requireWhole(release, deployment);
    if (deployments.atWork(tenant, deployment.environmentId()).isPresent()) {
      throw ReleaseRefused.inProgress(deployment.environment());
    }
    Instant now = clock.instant();
    deployment.rollBack(CurrentCall.get().actor().person(), reason, now);
    flushed(deployment);
    work.schedule(DeploymentWork.KIND, tenant, deployment.id().value(), now);
    changes.before(before).after(Stepped.of(deployment));
    return deployment.details(release);
  }

  private void flushed(Deployment deployment) {
    try {
      deployments.flush();
    } catch (PersistenceException e) {
      if (PlanChecks.isSecond(e)) {
        throw ReleaseRefused.inProgress(deployment.environment());
      }
      throw e;
    }
  }

  private static void requireAccepted(
      Release release, RollbackPermit permit, LossPreview losses, String acceptedLoss) {
    if (losses.window() == LossPreview.Window.PAST) {
      throw ReleaseRefused.onlyRestore(release.ref(), permit.environmentName());
    }
    if (!losses.losses().isEmpty() && !losses.digest().equals(acceptedLoss)) {
      throw ReleaseRefused.lossNotAccepted(losses);
    }
  }

  private Deployment inPlace(Release release, String environment) {
    List<Deployment> found =
        deployments.ofRelease(CurrentCall.tenantId(), release.id(), 50).stream()
            .filter(one -> one.status().isInPlace())
            .toList();
    if (environment != null) {
      EnvironmentDetails where = lookup.environment(release, environment);
      return found.stream()
          .filter(one -> one.environmentId().equals(where.id()))
          .findFirst()
          .orElseThrow(() -> notInPlace(release, where.name()));
    }
    if (found.size() > 1) {
      throw Invalid.at("/environment", "required", "The release is in several environments.");
    }
    return found.stream().findFirst().orElseThrow(() -> notInPlace(release, "any environment"));
  }

  private static Conflict notInPlace(Release release, String environment) {
    return new Conflict(
        "release_not_in_place",
        "The release " + release.ref() + " is not what " + environment + " has.",
        "Only the newest release of an environment can be undone; GET /api/releases/board shows it.");
  }
}
