package org.freehold.releases.approvals.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.releases.approvals.ApproverKeyChange;
import org.freehold.releases.approvals.ApproverKeyDetails;
import org.freehold.releases.approvals.ApproverKeyId;

/**
 * A public key of a member. Active until it is revoked, which is for good; what it signed before
 * stays signed.
 */
@Entity
@Table(name = "approver_key")
@IdClass(TenantRowKey.class)
public class ApproverKey {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  @Column(name = "user_id")
  private UUID userId;

  private String name;
  private String algorithm;

  @Column(name = "key_id")
  private String keyId;

  private byte[] spki;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  protected ApproverKey() {}

  public ApproverKey(TenantId tenant, UserId owner, String name, VerifyingKey key, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    userId = owner.value();
    this.name = name;
    algorithm = WireNames.of(key.algorithm());
    keyId = key.id();
    spki = key.spki();
    createdAt = now;
  }

  /** For good; again changes nothing. */
  public void revoke(Instant now) {
    revokedAt = revokedAt == null ? now : revokedAt;
  }

  public boolean isRevoked() {
    return revokedAt != null;
  }

  public ApproverKeyId id() {
    return new ApproverKeyId(id);
  }

  public UserId owner() {
    return new UserId(userId);
  }

  public String keyId() {
    return keyId;
  }

  public VerifyingKey key() {
    return VerifyingKey.ofSpki(spki);
  }

  Instant createdAt() {
    return createdAt;
  }

  public ApproverKeyDetails details() {
    VerifyingKey key = key();
    return new ApproverKeyDetails(
        id(), owner(), name, key.algorithm(), keyId, key.pem(), createdAt, revokedAt);
  }

  public ApproverKeyChange change() {
    return new ApproverKeyChange(owner(), name, key().algorithm(), keyId, revokedAt);
  }
}
