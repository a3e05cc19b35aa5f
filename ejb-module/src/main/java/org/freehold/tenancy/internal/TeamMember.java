package org.freehold.tenancy.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.freehold.platform.TeamId;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.tenancy.TeamMemberDetails;
import org.freehold.tenancy.TeamMemberFields;
import org.freehold.tenancy.TeamMemberId;
import org.freehold.tenancy.TeamRole;

/** A user in a team. */
@Entity
@Table(name = "team_member")
@IdClass(TenantRowKey.class)
public class TeamMember {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  @Column(name = "team_id")
  private UUID teamId;

  @Column(name = "user_id")
  private UUID userId;

  private String role;

  @Column(name = "created_at")
  private Instant createdAt;

  protected TeamMember() {}

  public TeamMember(TenantId tenant, TeamMemberFields fields, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    teamId = fields.teamId().value();
    userId = fields.userId().value();
    become(fields.role());
    createdAt = now;
  }

  public void become(TeamRole next) {
    role = WireNames.of(next);
  }

  public TeamMemberFields fields() {
    return new TeamMemberFields(teamId(), userId(), role());
  }

  public TeamMemberDetails details() {
    return new TeamMemberDetails(id(), teamId(), userId(), role(), createdAt);
  }

  public TeamMemberId id() {
    return new TeamMemberId(id);
  }

  public TeamId teamId() {
    return new TeamId(teamId);
  }

  public UserId userId() {
    return new UserId(userId);
  }

  public TeamRole role() {
    return WireNames.constant(TeamRole.class, role).orElseThrow();
  }

  public Instant createdAt() {
    return createdAt;
  }
}
