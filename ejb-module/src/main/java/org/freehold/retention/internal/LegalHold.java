package org.freehold.retention.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.freehold.platform.Conflict;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.projects.ProjectId;
import org.freehold.retention.LegalHoldDetails;
import org.freehold.retention.LegalHoldFields;
import org.freehold.retention.LegalHoldId;

/**
 * What must not be deleted. Placed by one person, released by another; never changed, never gone.
 */
@Entity
@Table(name = "legal_hold")
@IdClass(TenantRowKey.class)
public class LegalHold {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  private String name;
  private String reason;

  @Column(name = "data_class")
  private String dataClass;

  @Column(name = "person_id")
  private UUID personId;

  @Column(name = "project_id")
  private UUID projectId;

  @Column(name = "from_time")
  private Instant from;

  @Column(name = "until_time")
  private Instant until;

  @Column(name = "placed_by")
  private UUID placedBy;

  @Column(name = "placed_at")
  private Instant placedAt;

  @Column(name = "released_by")
  private UUID releasedBy;

  @Column(name = "released_at")
  private Instant releasedAt;

  @Column(name = "release_reason")
  private String releaseReason;

  @Version private long version;

  protected LegalHold() {}

  public LegalHold(TenantId tenant, LegalHoldFields fields, UserId by, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    name = fields.name().strip();
    reason = fields.reason().strip();
    dataClass = fields.dataClass();
    personId = value(fields.personId());
    projectId = fields.projectId() == null ? null : fields.projectId().value();
    from = fields.from();
    until = fields.until();
    placedBy = by.value();
    placedAt = now;
  }

  /** {@link Conflict} when it is released already, or when who placed it would release it. */
  public void release(String why, UserId by, Instant now) {
    if (releasedAt != null) {
      throw new Conflict(
          "hold_released", "The hold was released already.", "Nothing is left to be done.");
    }
    if (by.value().equals(placedBy)) {
      throw new Conflict(
          "second_person_required",
          "Whoever placed a hold cannot release it.",
          "Somebody else with compliance:admin can.");
    }
    releasedBy = by.value();
    releasedAt = now;
    releaseReason = why.strip();
  }

  public LegalHoldDetails details() {
    return new LegalHoldDetails(
        id(),
        name,
        reason,
        dataClass,
        user(personId),
        projectId == null ? null : new ProjectId(projectId),
        from,
        until,
        releasedAt == null,
        user(placedBy),
        placedAt,
        user(releasedBy),
        releasedAt,
        releaseReason,
        version);
  }

  public LegalHoldId id() {
    return new LegalHoldId(id);
  }

  public String dataClass() {
    return dataClass;
  }

  String name() {
    return name;
  }

  Instant placedAt() {
    return placedAt;
  }

  private static UUID value(UserId user) {
    return user == null ? null : user.value();
  }

  private static UserId user(UUID id) {
    return id == null ? null : new UserId(id);
  }
}
