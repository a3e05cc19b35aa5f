package org.freehold.audit.internal;

import java.util.UUID;
import org.freehold.audit.Severity;
import org.freehold.engine.transparency.ActionClass;
import org.freehold.engine.transparency.Outcome;

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

  ActionClass actionClass() {
    String verb = action.substring(action.lastIndexOf('.') + 1);
    if (action.startsWith("session.") || verb.startsWith("sign")) {
      return ActionClass.AUTHENTICATE;
    }
    if (action.startsWith("access.")
        || verb.startsWith("member_")
        || action.startsWith("membership.")) {
      return ActionClass.AUTHORIZE;
    }
    return switch (verb) {
      case "created", "added", "uploaded" -> ActionClass.CREATE;
      case "removed", "deleted", "revoked" -> ActionClass.DELETE;
      default -> ActionClass.UPDATE;
    };
  }
}
