package org.freehold.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.engine.transparency.ActionClass;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;
import org.freehold.platform.Severity;

/** What the trail tells of roles and policies. */
@ApplicationScoped
public class AccessAuditActions implements AuditActions {
  @Override
  public List<AuditAction> actions() {
    return List.of(
        AuditAction.of("role.created", "A role was made.").relevant(),
        AuditAction.of("role.updated", "What a role permits was changed.").relevant(),
        AuditAction.of("role.deleted", "A role was removed.").relevant().severity(Severity.WARNING),
        AuditAction.of("role.released", "A promotion put a role in place.").relevant(),
        AuditAction.of(
                "role_assignment.created",
                "Somebody was given a role, in the tenant or in a workspace.")
            .relevant()
            .kind(ActionClass.AUTHORIZE),
        AuditAction.of("role_assignment.deleted", "A role was taken from somebody.")
            .relevant()
            .kind(ActionClass.AUTHORIZE),
        AuditAction.of(
                "policy.created",
                "A policy was made; from then on it takes part in decisions, or only reports.")
            .relevant(),
        AuditAction.of("policy.updated", "A policy was changed.").relevant(),
        AuditAction.of(
                "policy.deleted", "A policy was removed and takes part in no decision any more.")
            .relevant()
            .severity(Severity.WARNING));
  }
}
