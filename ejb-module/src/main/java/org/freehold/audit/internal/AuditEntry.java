package org.freehold.audit.internal;

import java.util.UUID;
import org.freehold.engine.transparency.Outcome;
import org.freehold.platform.Severity;

/**
 * What is to be recorded, before it is given its final form.
 *
 * @param id of the decision that it records; null for a new one
 * @param error the code of the refusal or failure, null on success
 * @param before and {@code after}: values as records, null when there are none
 */
record AuditEntry(
    UUID id,
    String action,
    Outcome outcome,
    String error,
    Severity severity,
    boolean complianceRelevant,
    String resourceType,
    UUID resourceId,
    UUID projectId,
    Record before,
    Record after) {
  static final String PERSON = "user";

  boolean aboutPerson() {
    return PERSON.equals(resourceType) && resourceId != null;
  }
}
