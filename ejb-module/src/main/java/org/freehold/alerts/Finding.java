package org.freehold.alerts;

import java.time.Instant;
import org.freehold.audit.AuditEventId;
import org.freehold.platform.json.WireNames;

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
  /** The same as one of many, about the rule itself: its subject is of the system. */
  public Finding amongMany(String told) {
    return new Finding(rule, AlertSubject.SYSTEM, WireNames.of(rule), told, at, event, false);
  }

  /** Whether it is one of many. */
  public boolean isAmongMany() {
    return subjectType == AlertSubject.SYSTEM && subjectId.equals(WireNames.of(rule));
  }

  /** The same, told at once and by mail. */
  public Finding told() {
    return new Finding(rule, subjectType, subjectId, summary, at, event, true);
  }
}
