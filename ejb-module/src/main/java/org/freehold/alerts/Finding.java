package org.freehold.alerts;

import java.time.Instant;
import org.freehold.audit.AuditEventId;

/**
 * What a rule found in an event.
 *
 * @param subjectId at most 100 characters
 * @param summary one sentence with no personal data, at most 300 characters
 * @param always whether it is told at once and by mail, whatever the tenant's rules say
 */
public record Finding(
    AlertRule rule,
    AlertSubject subjectType,
    String subjectId,
    String summary,
    Instant at,
    AuditEventId event,
    boolean always) {
  /** The same, told at once and by mail. */
  public Finding told() {
    return new Finding(rule, subjectType, subjectId, summary, at, event, true);
  }
}
