package org.freehold.releases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.environments.EnvironmentTargets;
import org.freehold.environments.JournalState;
import org.freehold.environments.LossPreview;
import org.freehold.environments.MigrationFailed;
import org.freehold.environments.TargetState;

/** Begins promotions and rollbacks: a permit, a look at the environment, and the beginning. */
@ApplicationScoped
public class Promotions {
  @Inject private Releases releases;
  @Inject private ReleasePromotion promotion;
  @Inject private ReleaseRollback rollback;
  @Inject private EnvironmentTargets targets;

  /**
   * Environment null: the only one that the release has an open plan for.
   *
   * @param backupWaiver why it may go without a backup that would be too large; null when it may
   *     not
   */
  public DeploymentDetails promote(String release, String environment, String backupWaiver) {
    ReleaseId id = releases.idOf(release);
    PromotionPermit permit = promotion.permit(id, environment);
    return promotion.begin(id, permit, found(permit), backupWaiver);
  }

  private TargetState found(PromotionPermit permit) {
    try {
      return targets.read(permit.environment());
    } catch (MigrationFailed e) {
      throw ReleaseRefused.unreachable(permit.environmentName(), e);
    }
  }

  /** Environment null: the only one that the release is in. */
  public LossPreview preview(ReleaseId release, String environment) {
    return losses(rollback.look(release, environment));
  }

  /**
   * Environment null: the only one that the release is in.
   *
   * @param acceptedLoss the digest of the preview; null when nothing may be lost
   */
  public DeploymentDetails rollBack(
      String release, String environment, String reason, String acceptedLoss) {
    ReleaseId id = releases.idOf(release);
    RollbackPermit permit = rollback.permit(id, environment);
    return rollback.begin(id, permit, losses(permit), reason, acceptedLoss);
  }

  private LossPreview losses(RollbackPermit permit) {
    try {
      if (permit.again()) {
        requireLeft(permit);
      }
      return targets.losses(permit.environment(), permit.deployment().value(), permit.plan());
    } catch (MigrationFailed e) {
      throw ReleaseRefused.unreachable(permit.environmentName(), e);
    }
  }

  private void requireLeft(RollbackPermit permit) throws MigrationFailed {
    JournalState journal = targets.journal(permit.environment(), permit.deployment().value());
    if (journal.state() == JournalState.State.NOTHING
        || journal.state() == JournalState.State.UNDONE) {
      throw ReleaseRollback.notInPlace(permit.release(), permit.environmentName());
    }
  }
}
