package org.freehold.alerts;

import java.time.Instant;
import org.freehold.audit.AuditEventId;

/**
 * What a rule found in an event.
 *
 * @param subjectId at most 100 characters
 * @param summary one sentence with no personal data, at most 300 characters
 */
public record Finding(
    AlertRule rule,
    AlertSubject subjectType,
    String subjectId,
    String summary,
    Instant at,
    AuditEventId event) {}
