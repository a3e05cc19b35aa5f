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
  private static final String UNDONE = "{}";
  static final DeploymentEvidence NONE = new DeploymentEvidence(null, null, null, null, null);

  @Convert(converter = JsonColumn.class)
  private String backup;

  @Column(name = "backup_waiver")
  private String backupWaiver;

  @Convert(converter = JsonColumn.class)
  private String health;

  @Convert(converter = JsonColumn.class)
  private String failure;

  /** What undoes the other sections of the bundle. */
  @Convert(converter = JsonColumn.class)
  private String operations;

  protected DeploymentEvidence() {}

  private DeploymentEvidence(
      String backup, String waiver, String health, String failure, String operations) {
    this.backup = backup;
    this.backupWaiver = waiver;
    this.health = health;
    this.failure = failure;
    this.operations = operations;
  }

  DeploymentEvidence ofBackup(String json) {
    return new DeploymentEvidence(json, backupWaiver, health, failure, operations);
  }

  DeploymentEvidence ofWaiver(String why) {
    return new DeploymentEvidence(backup, why, health, failure, operations);
  }

  DeploymentEvidence ofHealth(String json) {
    return new DeploymentEvidence(backup, backupWaiver, json, failure, operations);
  }

  /** Null: nothing failed. */
  DeploymentEvidence ofFailure(Failure what) {
    return new DeploymentEvidence(
        backup, backupWaiver, health, what == null ? null : JsonText.of(what), operations);
  }

  /** Null: none are carried out. */
  DeploymentEvidence ofOperations(String json) {
    return new DeploymentEvidence(backup, backupWaiver, health, failure, json);
  }

  boolean isBackedUp() {
    return backup != null;
  }

  /** Why it may go without a backup; null when nobody said so. */
  String backupWaiver() {
    return backupWaiver;
  }

  /** What undoes the other sections of the bundle; null when none are carried out, or are now. */
  String operations() {
    return isUndoing() ? null : operations;
  }

  /** The way back has begun with the other sections, which are undone. */
  boolean isUndoing() {
    return UNDONE.equals(operations);
  }

  DeploymentEvidence ofOperationsUndone() {
    return ofOperations(UNDONE);
  }

  /** Null where nothing failed. */
  Failure failure() {
    return StoredFailure.read(failure);
  }
}
