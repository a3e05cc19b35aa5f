package org.freehold.tenancy.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.freehold.platform.TeamId;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.tenancy.TeamDetails;
import org.freehold.tenancy.TeamFields;

/** A named group of members. Its manager, when it has one, is always among them. */
@Entity
@Table(name = "team")
@IdClass(TenantRowKey.class)
public class Team {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  private String name;
  private String description;
  private String department;

  @Column(name = "manager_id")
  private UUID managerId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected Team() {}

  public Team(TenantId tenant, TeamFields fields, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    createdAt = now;
    change(fields, now);
  }

  public void change(TeamFields fields, Instant now) {
    name = fields.name();
    description = fields.description();
    department = fields.department();
    managerId = fields.managerId() == null ? null : fields.managerId().value();
    updatedAt = now;
  }

  public boolean isManagedBy(UserId user) {
    return user.value().equals(managerId);
  }

  public TeamFields fields() {
    return new TeamFields(name, description, department, managerId());
  }

  public TeamDetails details() {
    return new TeamDetails(
        id(), name, description, department, managerId(), createdAt, updatedAt, version);
  }

  public TeamId id() {
    return new TeamId(id);
  }

  public String name() {
    return name;
  }

  public UserId managerId() {
    return managerId == null ? null : new UserId(managerId);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public long version() {
    return version;
  }
}
