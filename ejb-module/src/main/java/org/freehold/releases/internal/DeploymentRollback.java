package org.freehold.releases.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.freehold.environments.LossDigest;
import org.freehold.platform.UserId;
import org.freehold.releases.DeploymentDetails.Rollback;

/** That a deployment was undone, and why. */
@Embeddable
public class DeploymentRollback {
  static final DeploymentRollback NONE = new DeploymentRollback(false, null, null);

  private static final int LONGEST = 2000;

  @Column(name = "rollback_reason")
  private String reason;

  @Column(name = "rollback_automatic")
  private boolean automatic;

  @Column(name = "rollback_by")
  private UUID by;

  @Column(name = "rollback_losses")
  private String losses;

  @Column(name = "rollback_drifted")
  private boolean drifted;

  protected DeploymentRollback() {}

  private DeploymentRollback(DeploymentRollback other) {
    reason = other.reason;
    automatic = other.automatic;
    by = other.by;
    losses = other.losses;
    drifted = other.drifted;
  }

  DeploymentRollback(boolean byItself, String why, UserId person) {
    automatic = byItself;
    reason = why == null || why.length() <= LONGEST ? why : why.substring(0, LONGEST);
    by = person == null ? null : person.value();
  }

  /** Asked for once more; it stays what it was, and keeps its reason when there is no new one. */
  DeploymentRollback again(String why, UserId person) {
    DeploymentRollback again =
        new DeploymentRollback(automatic, why == null ? reason : why, person);
    again.drifted = drifted;
    return again;
  }

  /** The environment was no longer as the deployment had left it. */
  DeploymentRollback ofDrifted() {
    DeploymentRollback other = new DeploymentRollback(this);
    other.drifted = true;
    return other;
  }

  /** What may be lost by it. */
  DeploymentRollback accepting(LossDigest accepted) {
    DeploymentRollback other = new DeploymentRollback(this);
    other.losses = accepted == null ? null : accepted.toString();
    return other;
  }

  /** Null when nothing may be. */
  LossDigest losses() {
    return LossDigest.read(losses).orElse(null);
  }

  /** Whether others had changed the environment before the first step was undone. */
  boolean isDrifted() {
    return drifted;
  }

  /** Whether nobody asked for it. */
  boolean isAutomatic() {
    return automatic;
  }

  String reason() {
    return reason;
  }

  /** Who asked for it; null when nobody did. */
  UserId by() {
    return by == null ? null : new UserId(by);
  }

  Rollback details() {
    return new Rollback(automatic, reason, by());
  }
}
