package org.freehold.tenancy.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.freehold.platform.Invalid;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.WorkspaceId;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.tenancy.WorkspaceDetails;
import org.freehold.tenancy.WorkspaceFields;

/** A part of a tenant with its own members. Its slug stays what it was made with. */
@Entity
@Table(name = "workspace")
@IdClass(TenantRowKey.class)
public class Workspace {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  private String slug;
  private String name;
  private String description;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected Workspace() {}

  public Workspace(TenantId tenant, WorkspaceFields fields, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    slug = fields.slug();
    createdAt = now;
    change(fields, now);
  }

  public void change(WorkspaceFields fields, Instant now) {
    if (!fields.slug().equals(slug)) {
      throw Invalid.at("/slug", "fixed", "The slug of a workspace cannot be changed.");
    }
    name = fields.name();
    description = fields.description();
    updatedAt = now;
  }

  public WorkspaceFields fields() {
    return new WorkspaceFields(slug, name, description);
  }

  public WorkspaceDetails details() {
    return new WorkspaceDetails(id(), slug, name, description, createdAt, updatedAt, version);
  }

  public WorkspaceId id() {
    return new WorkspaceId(id);
  }

  public String slug() {
    return slug;
  }

  public String name() {
    return name;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public long version() {
    return version;
  }
}
