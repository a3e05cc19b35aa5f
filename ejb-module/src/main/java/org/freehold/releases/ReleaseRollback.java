package org.freehold.releases;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.LossDigest;
import org.freehold.environments.LossPreview;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAudited;
import org.freehold.platform.On;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantId;
import org.freehold.releases.ReleasePromotion.Stepped;
import org.freehold.releases.internal.BundleOperations;
import org.freehold.releases.internal.Deployment;
import org.freehold.releases.internal.DeploymentLookup;
import org.freehold.releases.internal.DeploymentRepository;
import org.freehold.releases.internal.DeploymentStart;
import org.freehold.releases.internal.PlanChecks;
import org.freehold.releases.internal.Release;
import org.freehold.releases.internal.StoredPlans;

/**
 * Undoes what is in place, or goes on where that failed: what would be lost is looked at first, and
 * where that is anything it is only done for whoever quotes the digest of what they saw.
 */
@Stateless
@Guarded
public class ReleaseRollback {
  @Inject private DeploymentLookup lookup;
  @Inject private DeploymentRepository deployments;
  @Inject private DeploymentStart start;
  @Inject private BundleOperations operations;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** To see what would be lost; environment null: the only one that the release is in. */
  @RequiresPermission("releases:read")
  public RollbackPermit look(@On("release") ReleaseId id, String environment) {
    Release release = lookup.release(id);
    return permit(release, undoable(release, environment));
  }

  /**
   * To have it undone, by whoever may do by hand what its sections did; environment null: the only
   * one that the release is in.
   */
  @RequiresPermission("releases:rollback")
  @NotAudited("It changes nothing: the change that it permits is on record when it is made.")
  public RollbackPermit permit(@On("release") ReleaseId id, String environment) {
    Release release = lookup.release(id);
    Deployment deployment = undoable(release, environment);
    operations.requireMayUndo(deployment);
    return permit(release, deployment);
  }

  private static RollbackPermit permit(Release release, Deployment deployment) {
    return new RollbackPermit(
        release.ref(),
        deployment.id(),
        deployment.environmentId(),
        deployment.environment(),
        StoredPlans.plan(deployment.plan()),
        deployment.isHalfUndone());
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
            .filter(one -> permit.again() ? isLeftHalf(one) : one.status().isInPlace())
            .orElseThrow(() -> notInPlace(release.ref(), permit.environmentName()));
    Stepped before = Stepped.of(deployment);
    LossDigest accepted = LossDigest.read(acceptedLoss).orElse(null);
    requireAccepted(release, permit, losses, accepted);
    operations.requireMayUndo(deployment);
    PlanChecks.requireWhole(release, deployment);
    start.requireNoneAtWork(deployment);
    Instant now = clock.instant();
    deployment.rollBack(CurrentCall.get().actor().person(), reason, accepted, now);
    start.begin(deployment, now);
    changes.before(before).after(Stepped.of(deployment));
    return deployment.details(release);
  }

  private static void requireAccepted(
      Release release, RollbackPermit permit, LossPreview losses, LossDigest accepted) {
    if (losses.window() == LossPreview.Window.PAST) {
      throw ReleaseRefused.onlyRestore(release.ref(), permit.environmentName());
    }
    if (!losses.isWithin(accepted)) {
      throw ReleaseRefused.lossNotAccepted(losses);
    }
  }

  /** What is in place, or else what was left half undone. */
  private Deployment undoable(Release release, String environment) {
    List<Deployment> all = deployments.ofRelease(CurrentCall.tenantId(), release.id(), 50);
    String name = "any environment";
    if (environment != null) {
      EnvironmentDetails where = lookup.environment(release, environment);
      all = all.stream().filter(one -> one.environmentId().equals(where.id())).toList();
      name = where.name();
    }
    List<Deployment> found = all.stream().filter(one -> one.status().isInPlace()).toList();
    if (found.isEmpty()) {
      found = all.stream().filter(this::isLeftHalf).toList();
    }
    if (found.stream().map(Deployment::environmentId).distinct().count() > 1) {
      throw Invalid.at("/environment", "required", "The release is in several environments.");
    }
    if (found.isEmpty()) {
      throw notInPlace(release.ref(), name);
    }
    return found.get(0);
  }

  /** Half undone, and nothing came over it since. */
  private boolean isLeftHalf(Deployment deployment) {
    Set<DeploymentStatus> statuses = EnumSet.copyOf(DeploymentStatus.IN_PLACE);
    statuses.add(DeploymentStatus.FAILED);
    return deployment.isHalfUndone()
        && deployments
            .of(CurrentCall.tenantId(), deployment.environmentId(), statuses, null)
            .stream()
            .filter(other -> other.status().isInPlace() || other.isHalfUndone())
            .noneMatch(
                other -> other.times().promotingAt().isAfter(deployment.times().promotingAt()));
  }

  static Conflict notInPlace(String release, String environment) {
    return new Conflict(
        "release_not_in_place",
        "The release " + release + " is not what " + environment + " has.",
        "Only the newest release of an environment can be undone; GET /api/releases/board shows it.");
  }
}
