package org.freehold.retention.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.freehold.audit.archive.ExpiredMonth;
import org.freehold.platform.Conflict;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.retention.PlanStatus;
import org.freehold.retention.RetentionPlanDetails;
import org.freehold.retention.RetentionPlanId;

/**
 * A month that has expired. Waiting for a person or approved, then certified and removed; planned
 * again when a hold was released that kept some of it, and withdrawn when it is kept after all.
 */
@Entity
@Table(name = "retention_plan")
@IdClass(TenantRowKey.class)
public class RetentionPlan {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  @Column(name = "data_class")
  private String dataClass;

  private LocalDate month;
  private long events;
  private long held;
  private int days;
  private String status;
  private String comment;

  @Column(name = "decided_by")
  private UUID decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  private long removed;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "removed_at")
  private Instant removedAt;

  @Version private long version;

  protected RetentionPlan() {}

  public RetentionPlan(TenantId tenant, String dataClass, ExpiredMonth found, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    this.dataClass = dataClass;
    month = found.month();
    createdAt = now;
  }

  /** What was found now; a person must approve it, or the next step may take it. */
  public void plan(ExpiredMonth found, int keptDays, boolean needsApproval) {
    days = keptDays;
    events = found.events();
    held = found.held();
    set(needsApproval ? PlanStatus.WAITING : PlanStatus.APPROVED);
    decidedBy = null;
    decidedAt = null;
    comment = null;
  }

  /** Whether there is more to be removed than when all was done, or it was withdrawn. */
  public boolean isOpenAgain(ExpiredMonth found) {
    return (status() == PlanStatus.REMOVED || status() == PlanStatus.WITHDRAWN)
        && found.events() > found.held();
  }

  /**
   * The month is looked at again before it is carried out. It waits for a person when what nobody
   * approved needs approval now, or when more would go than was approved; what waits goes on
   * waiting, whatever the rule is now.
   */
  public void lookAgain(ExpiredMonth found, int keptDays, boolean needsApproval) {
    boolean more = found.events() - found.held() > events - held || keptDays < days;
    boolean asks = decidedBy == null ? needsApproval : needsApproval && more;
    if (status() == PlanStatus.APPROVED && asks) {
      plan(found, keptDays, true);
    } else if (isUndone()) {
      days = keptDays;
      events = found.events();
      held = found.held();
    }
  }

  /** Waiting or approved, and nothing of it is certified as a whole. */
  public boolean isUndone() {
    return status() == PlanStatus.WAITING || status() == PlanStatus.APPROVED;
  }

  /** The month is kept after all. */
  public void withdraw() {
    set(PlanStatus.WITHDRAWN);
  }

  /** {@link Conflict} when it is not to be decided on, or by this person. */
  public void decide(boolean approve, String why, UserId by, UserId loosenedBy, Instant now) {
    boolean open = status() == PlanStatus.WAITING || approve && status() == PlanStatus.REJECTED;
    if (!open) {
      throw new Conflict(
          "plan_decided",
          "The plan is " + status + ": nothing is to be decided.",
          "GET /api/compliance/retention-plans?status=waiting lists those that wait.");
    }
    if (approve && by.equals(loosenedBy)) {
      throw new Conflict(
          "second_person_required",
          "Whoever last let the policy remove more cannot approve what it removes.",
          "Somebody else with compliance:admin can.");
    }
    set(approve ? PlanStatus.APPROVED : PlanStatus.REJECTED);
    comment = why;
    decidedBy = by.value();
    decidedAt = now;
  }

  /** All that may go is in archives that were read back and certified. */
  public void certified() {
    set(PlanStatus.CERTIFIED);
  }

  public void removing(int more) {
    removed += more;
  }

  public void removed(Instant now) {
    set(PlanStatus.REMOVED);
    removedAt = now;
  }

  private void set(PlanStatus next) {
    status = next.name().toLowerCase(Locale.ROOT);
  }

  public PlanStatus status() {
    return PlanStatus.valueOf(status.toUpperCase(Locale.ROOT));
  }

  public RetentionPlanId id() {
    return new RetentionPlanId(id);
  }

  public LocalDate month() {
    return month;
  }

  public String dataClass() {
    return dataClass;
  }

  public RetentionPlanDetails details() {
    return new RetentionPlanDetails(
        id(),
        dataClass,
        month,
        events,
        held,
        days,
        status(),
        comment,
        decidedBy == null ? null : new UserId(decidedBy),
        decidedAt,
        removed,
        createdAt,
        removedAt,
        version);
  }

  Instant createdAt() {
    return createdAt;
  }
}
