package org.freehold.tenancy.internal;

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
import org.freehold.platform.WorkspaceId;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.tenancy.WorkspaceMemberDetails;
import org.freehold.tenancy.WorkspaceMemberFields;

/**
 * A user in a workspace, with the role held there. Never changes: another role is another
 * membership.
 */
@Entity
@Table(name = "workspace_member")
@IdClass(TenantRowKey.class)
public class WorkspaceMember {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  @Column(name = "workspace_id")
  private UUID workspaceId;

  @Column(name = "user_id")
  private UUID userId;

  private String role;

  @Column(name = "created_at")
  private Instant createdAt;

  protected WorkspaceMember() {}

  /** The role comes in its canonical name. */
  public WorkspaceMember(
      TenantId tenant, WorkspaceId workspace, UserId user, String canonicalRole, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    workspaceId = workspace.value();
    userId = user.value();
    role = canonicalRole;
    createdAt = now;
  }

  public WorkspaceMemberFields fields() {
    return new WorkspaceMemberFields(userId(), role);
  }

  public WorkspaceMemberDetails details() {
    return new WorkspaceMemberDetails(id, new WorkspaceId(workspaceId), userId(), role, createdAt);
  }

  public UUID id() {
    return id;
  }

  public UserId userId() {
    return new UserId(userId);
  }

  public String role() {
    return role;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
