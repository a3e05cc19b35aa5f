package org.freehold.audit;

import org.freehold.platform.AuditAction;
import org.freehold.platform.Severity;

/**
 * What an action of the trail means.
 *
 * @param actionClass CREATE, READ, UPDATE, DELETE, EXECUTE, EXPORT, AUTHENTICATE or AUTHORIZE
 * @param severity of an event of success; one of a refusal or failure is a WARNING at least
 * @param complianceRelevant whether auditors ask for such events
 */
public record AuditActionDetails(
    String action,
    String title,
    String meaning,
    String actionClass,
    Severity severity,
    boolean complianceRelevant) {

  public static AuditActionDetails of(AuditAction action) {
    return new AuditActionDetails(
        action.name(),
        action.title(),
        action.meaning(),
        action.kind().name(),
        action.severity(),
        action.complianceRelevant());
  }
}
