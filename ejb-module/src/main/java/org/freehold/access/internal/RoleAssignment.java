package org.freehold.access.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.freehold.access.RoleAssignmentDetails;
import org.freehold.access.RoleAssignmentFields;
import org.freehold.access.RoleAssignmentId;
import org.freehold.platform.EntityId;
import org.freehold.platform.TeamId;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.WorkspaceId;
import org.freehold.platform.persistence.TenantRowKey;

/**
 * A role given to one user, team or API key. Never changes: another time or place is another
 * assignment. When its time is over it stays, and gives nothing.
 */
@Entity
@Table(name = "role_assignment")
@IdClass(TenantRowKey.class)
public class RoleAssignment {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  private String role;

  @Column(name = "user_id")
  private UUID userId;

  @Column(name = "team_id")
  private UUID teamId;

  @Column(name = "api_key_id")
  private UUID apiKeyId;

  @Column(name = "workspace_id")
  private UUID workspaceId;

  @Column(name = "not_before")
  private Instant notBefore;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "created_by")
  private UUID createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  protected RoleAssignment() {}

  /** The role comes in its canonical name. */
  public RoleAssignment(
      TenantId tenant,
      RoleAssignmentFields fields,
      String canonicalRole,
      UserId giver,
      Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    role = canonicalRole;
    userId = value(fields.userId());
    teamId = value(fields.teamId());
    apiKeyId = fields.apiKeyId();
    workspaceId = value(fields.workspaceId());
    notBefore = fields.notBefore();
    expiresAt = fields.expiresAt();
    createdBy = value(giver);
    createdAt = now;
  }

  public RoleAssignmentFields fields() {
    return new RoleAssignmentFields(
        role,
        typed(userId, UserId::new),
        typed(teamId, TeamId::new),
        apiKeyId,
        workspaceId(),
        notBefore,
        expiresAt);
  }

  public RoleAssignmentDetails details() {
    return new RoleAssignmentDetails(
        id(),
        role,
        typed(userId, UserId::new),
        typed(teamId, TeamId::new),
        apiKeyId,
        workspaceId(),
        notBefore,
        expiresAt,
        typed(createdBy, UserId::new),
        createdAt);
  }

  public RoleAssignmentId id() {
    return new RoleAssignmentId(id);
  }

  public String role() {
    return role;
  }

  public WorkspaceId workspaceId() {
    return typed(workspaceId, WorkspaceId::new);
  }

  Instant createdAt() {
    return createdAt;
  }

  private static UUID value(EntityId id) {
    return id == null ? null : id.value();
  }

  private static <T> T typed(UUID id, Function<UUID, T> type) {
    return id == null ? null : type.apply(id);
  }
}
