package org.freehold.releases.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.persistence.JsonColumn;
import org.freehold.releases.DeploymentDetails.Failure;

/** What a deployment leaves behind beside the schema; never changes. */
@Embeddable
public class DeploymentEvidence {
  static final DeploymentEvidence NONE = new DeploymentEvidence(null, null, null, null);

  @Convert(converter = JsonColumn.class)
  private String backup;

  @Column(name = "backup_waiver")
  private String backupWaiver;

  @Convert(converter = JsonColumn.class)
  private String health;

  @Convert(converter = JsonColumn.class)
  private String failure;

  protected DeploymentEvidence() {}

  private DeploymentEvidence(String backup, String waiver, String health, String failure) {
    this.backup = backup;
    this.backupWaiver = waiver;
    this.health = health;
    this.failure = failure;
  }

  DeploymentEvidence ofBackup(String json) {
    return new DeploymentEvidence(json, backupWaiver, health, failure);
  }

  DeploymentEvidence ofWaiver(String why) {
    return new DeploymentEvidence(backup, why, health, failure);
  }

  DeploymentEvidence ofHealth(String json) {
    return new DeploymentEvidence(backup, backupWaiver, json, failure);
  }

  /** Null: nothing failed. */
  DeploymentEvidence ofFailure(Failure what) {
    return new DeploymentEvidence(
        backup, backupWaiver, health, what == null ? null : JsonText.of(what));
  }

  boolean isBackedUp() {
    return backup != null;
  }

  /** Why it may go without a backup; null when nobody said so. */
  String backupWaiver() {
    return backupWaiver;
  }

  /** Null where nothing failed. */
  Failure failure() {
    return StoredFailure.read(failure);
  }
}
