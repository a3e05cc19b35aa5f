package org.freehold.alerts;

import java.time.Instant;
import org.freehold.audit.AuditEventId;
import org.freehold.platform.Severity;
import org.freehold.platform.UserId;
import org.freehold.platform.Versioned;

/**
 * A security alert.
 *
 * @param subjectId the id of the person or key; a network as {@code 203.0.113.0/24}
 * @param count how often it was found
 * @param firstEventId what it was found by first
 * @param comment of who acknowledged or resolved it last
 */
public record AlertDetails(
    AlertId id,
    AlertRule rule,
    Severity severity,
    AlertStatus status,
    AlertSubject subjectType,
    String subjectId,
    String summary,
    long count,
    Instant firstAt,
    Instant lastAt,
    AuditEventId firstEventId,
    AuditEventId lastEventId,
    Instant acknowledgedAt,
    UserId acknowledgedBy,
    Instant resolvedAt,
    UserId resolvedBy,
    String comment,
    long version)
    implements Versioned {}
