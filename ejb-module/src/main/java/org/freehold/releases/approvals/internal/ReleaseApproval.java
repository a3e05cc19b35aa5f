package org.freehold.releases.approvals.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.freehold.platform.UserId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.JsonColumn;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.approvals.ApprovalDecision;
import org.freehold.releases.approvals.ApproverKeyId;
import org.freehold.releases.approvals.DsseEnvelope;
import org.freehold.releases.approvals.ReleaseApprovalId;

/**
 * What somebody said of one plan, once and for good: a decision is not changed, but whoever
 * approved may still reject.
 */
@Entity
@Table(name = "release_approval")
@IdClass(TenantRowKey.class)
public class ReleaseApproval {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  @Column(name = "deployment_id")
  private UUID deploymentId;

  @Column(name = "user_id")
  private UUID userId;

  private String decision;
  private String comment;

  @Column(name = "manifest_digest")
  private String manifestDigest;

  @Column(name = "key_id")
  private UUID keyId;

  @Convert(converter = JsonColumn.class)
  private String envelope;

  private Instant at;

  protected ReleaseApproval() {}

  /** What the statement says, in the envelope that holds it; {@code key} null without one. */
  public ReleaseApproval(
      Statement statement, DsseEnvelope envelope, ApproverKeyId key, Instant now) {
    tenantId = statement.place().tenant();
    id = Uuid7.next();
    deploymentId = statement.place().deployment();
    userId = statement.approver().id();
    decision = WireNames.of(statement.decision());
    comment = statement.comment();
    manifestDigest = statement.manifestDigest();
    keyId = key == null ? null : key.value();
    this.envelope = JsonText.of(envelope);
    at = now;
  }

  public ReleaseApprovalId id() {
    return new ReleaseApprovalId(id);
  }

  public DeploymentId deploymentId() {
    return new DeploymentId(deploymentId);
  }

  public UserId userId() {
    return new UserId(userId);
  }

  public ApprovalDecision decision() {
    return WireNames.constant(ApprovalDecision.class, decision).orElseThrow();
  }

  public String comment() {
    return comment;
  }

  public String manifestDigest() {
    return manifestDigest;
  }

  /** Null when the installation alone witnessed it. */
  public ApproverKeyId keyId() {
    return keyId == null ? null : new ApproverKeyId(keyId);
  }

  /** As it is exported: JSON. */
  public String envelope() {
    return envelope;
  }

  public Instant at() {
    return at;
  }
}
