package org.freehold.retention.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.persistence.TenantRowKey;

/** What a tenant said of one class of data. */
@Entity
@Table(name = "retention_policy")
@IdClass(TenantRowKey.class)
public class RetentionPolicy {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  @Column(name = "data_class")
  private String dataClass;

  private int days;

  @Column(name = "requires_approval")
  private boolean requiresApproval;

  @Column(name = "updated_by")
  private UUID updatedBy;

  @Column(name = "loosened_by")
  private UUID loosenedBy;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected RetentionPolicy() {}

  public RetentionPolicy(TenantId tenant, String dataClass) {
    tenantId = tenant.value();
    id = Uuid7.next();
    this.dataClass = dataClass;
  }

  /** From here on it is kept so long, and before for {@code formerDays}. */
  public void say(int formerDays, int howManyDays, boolean approval, UserId by, Instant now) {
    if (howManyDays < formerDays || requiresApproval && !approval) {
      loosenedBy = by == null ? null : by.value();
    }
    days = howManyDays;
    requiresApproval = approval;
    updatedBy = by == null ? null : by.value();
    updatedAt = now;
  }

  public String dataClass() {
    return dataClass;
  }

  public int days() {
    return days;
  }

  public boolean requiresApproval() {
    return requiresApproval;
  }

  public UserId updatedBy() {
    return updatedBy == null ? null : new UserId(updatedBy);
  }

  /** Who last let more go: by fewer days, or without approval; null: nobody did. */
  public UserId loosenedBy() {
    return loosenedBy == null ? null : new UserId(loosenedBy);
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  public long version() {
    return version;
  }
}
