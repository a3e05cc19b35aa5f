package org.freehold.alerts.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.freehold.alerts.AlertDetails;
import org.freehold.alerts.AlertId;
import org.freehold.alerts.AlertRule;
import org.freehold.alerts.AlertStatus;
import org.freehold.alerts.AlertSubject;
import org.freehold.alerts.Finding;
import org.freehold.audit.AuditEventId;
import org.freehold.platform.Conflict;
import org.freehold.platform.Severity;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.TenantRowKey;

/**
 * Something that somebody should look at: {@code open → acknowledged → resolved}, or resolved at
 * once. More of the same is counted on it, also for a quiet period after it was resolved.
 */
@Entity
@Table(name = "security_alert")
@IdClass(TenantRowKey.class)
public class SecurityAlert {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  private String rule;
  private String severity;

  @Column(name = "subject_type")
  private String subjectType;

  @Column(name = "subject_id")
  private String subjectId;

  private String summary;
  private String status;
  private long count;

  @Column(name = "first_at")
  private Instant firstAt;

  @Column(name = "last_at")
  private Instant lastAt;

  @Column(name = "first_event_id")
  private UUID firstEventId;

  @Column(name = "last_event_id")
  private UUID lastEventId;

  @Column(name = "told_at")
  private Instant toldAt;

  @Column(name = "acknowledged_at")
  private Instant acknowledgedAt;

  @Column(name = "acknowledged_by")
  private UUID acknowledgedBy;

  @Column(name = "resolved_at")
  private Instant resolvedAt;

  @Column(name = "resolved_by")
  private UUID resolvedBy;

  private String comment;
  @Version private long version;

  protected SecurityAlert() {}

  public SecurityAlert(TenantId tenant, Finding finding, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    rule = WireNames.of(finding.rule());
    severity = finding.rule().severity().name();
    subjectType = WireNames.of(finding.subjectType());
    subjectId = finding.subjectId();
    summary = finding.summary();
    status = WireNames.of(AlertStatus.OPEN);
    count = 1;
    firstAt = finding.at();
    lastAt = finding.at();
    firstEventId = finding.event().value();
    lastEventId = firstEventId;
    toldAt = now;
  }

  /** Whether what was found then is more of this. */
  public boolean covers(Finding found, Duration quiet) {
    return status() != AlertStatus.RESOLVED
        || !found.always() && !found.at().isAfter(resolvedAt.plus(quiet));
  }

  /** Counts one more; whether that is to be told. */
  public boolean again(Finding finding, Instant now, Duration quiet) {
    count++;
    if (finding.at().isAfter(lastAt)) {
      lastAt = finding.at();
      lastEventId = finding.event().value();
    }
    boolean told =
        finding.always() || status() != AlertStatus.RESOLVED && !toldAt.plus(quiet).isAfter(now);
    if (finding.always()) {
      summary = finding.summary();
    }
    if (told) {
      toldAt = now;
    }
    return told;
  }

  /** {@link Conflict} when somebody has done so, or it is resolved. */
  public void acknowledge(UserId person, String words, Instant now) {
    if (status() != AlertStatus.OPEN) {
      throw handled();
    }
    status = WireNames.of(AlertStatus.ACKNOWLEDGED);
    acknowledgedAt = now;
    acknowledgedBy = person == null ? null : person.value();
    comment = words;
  }

  /** {@link Conflict} when it is resolved. */
  public void resolve(UserId person, String words, Instant now) {
    if (status() == AlertStatus.RESOLVED) {
      throw handled();
    }
    status = WireNames.of(AlertStatus.RESOLVED);
    resolvedAt = now;
    resolvedBy = person == null ? null : person.value();
    comment = words == null ? comment : words;
  }

  private Conflict handled() {
    return new Conflict(
        "alert_handled", "The alert is " + status + " already.", "Read it again before you go on.");
  }

  private AlertStatus status() {
    return WireNames.constant(AlertStatus.class, status).orElseThrow();
  }

  public AlertDetails details() {
    return new AlertDetails(
        id(),
        WireNames.constant(AlertRule.class, rule).orElseThrow(),
        Severity.valueOf(severity),
        status(),
        WireNames.constant(AlertSubject.class, subjectType).orElseThrow(),
        subjectId,
        summary,
        count,
        firstAt,
        lastAt,
        new AuditEventId(firstEventId),
        new AuditEventId(lastEventId),
        acknowledgedAt,
        acknowledgedBy == null ? null : new UserId(acknowledgedBy),
        resolvedAt,
        resolvedBy == null ? null : new UserId(resolvedBy),
        comment,
        version);
  }

  AlertId id() {
    return new AlertId(id);
  }
}
