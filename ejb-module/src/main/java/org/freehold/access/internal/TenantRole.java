package org.freehold.access.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.freehold.access.RoleDetails;
import org.freehold.access.RoleFields;
import org.freehold.engine.access.BuiltInRoles;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.engine.access.RoleDefinition;
import org.freehold.engine.access.RoleSet;
import org.freehold.platform.Invalid;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.WorkspaceId;
import org.freehold.platform.persistence.JsonList;
import org.freehold.platform.persistence.TenantRowKey;

/**
 * A role that a tenant made for itself. Its name and its workspace stay, since others name it;
 * whether it fits among the other roles is for {@code RoleGraph} to say.
 */
@Entity
@Table(name = "role")
@IdClass(TenantRowKey.class)
public class TenantRole {
  /** What {@code GET /api/roles/matrix} would hide. */
  private static final String MATRIX = "matrix";

  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  private String name;
  private String description;

  @Column(name = "workspace_id")
  private UUID workspaceId;

  @Convert(converter = JsonList.class)
  private List<String> parents;

  @Convert(converter = JsonList.class)
  private List<String> grants;

  @Convert(converter = JsonList.class)
  private List<String> denies;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected TenantRole() {}

  public TenantRole(TenantId tenant, RoleFields fields, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    name = fields.name();
    if (name.equals(MATRIX)) {
      throw Invalid.at("/name", "reserved", "This name has a meaning in /api/roles.");
    }
    workspaceId = fields.workspaceId() == null ? null : fields.workspaceId().value();
    createdAt = now;
    change(fields, now);
  }

  public void change(RoleFields fields, Instant now) {
    if (!fields.name().equals(name)) {
      throw Invalid.at("/name", "fixed", "The name of a role cannot be changed.");
    }
    if (!Objects.equals(fields.workspaceId(), workspaceId())) {
      throw Invalid.at("/workspace_id", "fixed", "The workspace of a role cannot be changed.");
    }
    description = fields.description();
    parents = fields.parents().stream().map(TenantRole::canonical).distinct().toList();
    grants = fields.grants().stream().distinct().toList();
    denies = fields.denies().stream().distinct().toList();
    updatedAt = now;
  }

  private static String canonical(String parent) {
    return BuiltInRoles.canonical(parent).orElse(parent);
  }

  public RoleFields fields() {
    return new RoleFields(name, description, workspaceId(), parents, grants, denies);
  }

  public RoleDefinition definition() {
    return new RoleDefinition(name, List.of(), parents, grants, denies, workspaceId);
  }

  public RoleDetails details(RoleSet set, PermissionCatalogue catalogue) {
    return new RoleDetails(
        name,
        false,
        description,
        workspaceId(),
        parents,
        grants,
        denies,
        set.held().codes(catalogue),
        createdAt,
        updatedAt,
        version);
  }

  TenantId tenant() {
    return new TenantId(tenantId);
  }

  public UUID id() {
    return id;
  }

  public String name() {
    return name;
  }

  public WorkspaceId workspaceId() {
    return workspaceId == null ? null : new WorkspaceId(workspaceId);
  }

  public long version() {
    return version;
  }
}
