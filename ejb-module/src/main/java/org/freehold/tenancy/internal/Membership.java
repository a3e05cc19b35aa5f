package org.freehold.tenancy.internal;

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
import org.freehold.tenancy.UserDetails;
import org.freehold.tenancy.UserFields;

/**
 * Ties a person to a tenant, with the name they go by here and one tenant-wide role. Active until
 * deactivated.
 */
@Entity
@Table(name = "membership")
@IdClass(MembershipKey.class)
public class Membership {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id
  @Column(name = "user_id")
  private UUID userId;

  private String email;
  private String name;
  private String role;
  private String department;
  private boolean active;

  @Column(name = "last_login_at")
  private Instant lastLoginAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected Membership() {}

  public Membership(TenantId tenant, Person person, UserFields fields, String role, Instant now) {
    tenantId = tenant.value();
    userId = person.id().value();
    email = person.email();
    createdAt = now;
    change(fields, role, now);
  }

  /** Takes over what may change; the role comes in its canonical name. */
  public void change(UserFields fields, String canonicalRole, Instant now) {
    name = fields.name();
    role = canonicalRole;
    department = fields.department();
    active = fields.isActive();
    updatedAt = now;
  }

  public UserFields fields() {
    return new UserFields(email, name, role, department, active);
  }

  public UserDetails details() {
    return new UserDetails(
        userId(),
        email,
        name,
        role,
        department,
        active,
        lastLoginAt,
        createdAt,
        updatedAt,
        version);
  }

  public UserId userId() {
    return new UserId(userId);
  }

  public boolean active() {
    return active;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public String email() {
    return email;
  }

  public long version() {
    return version;
  }
}
