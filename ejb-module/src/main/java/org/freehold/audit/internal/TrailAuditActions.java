package org.freehold.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.engine.transparency.ActionClass;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;
import org.freehold.platform.Severity;

/** What the trail tells of the trail itself, and refusals. */
@ApplicationScoped
public class TrailAuditActions implements AuditActions {
  @Override
  public List<AuditAction> actions() {
    return List.of(
        AuditAction.of(
                "audit.columns_changed",
                "The columns by which an event is found are not what its leaf says: somebody changed them in the database.")
            .relevant()
            .severity(Severity.CRITICAL),
        AuditAction.of(
                "access.refused",
                "Somebody who is known, or an API key, asked for what they may not do or know, or may not call now or from there, and was refused.")
            .relevant()
            .severity(Severity.WARNING)
            .kind(ActionClass.AUTHORIZE),
        AuditAction.of(
                "access.would_be_refused",
                "A rule of the tenant that only reports would have refused a call.")
            .relevant()
            .severity(Severity.WARNING)
            .kind(ActionClass.AUTHORIZE),
        AuditAction.of(
                "audit.recorded",
                "The product recorded events; told of only when that was refused or failed, since they tell of themselves.")
            .relevant()
            .kind(ActionClass.CREATE),
        AuditAction.of(
                "audit.downloaded",
                "Events of the trail were taken out as a file; the event has what was asked for.")
            .relevant(),
        AuditAction.of("audit.exported", "A period of the trail was exported as a bundle.")
            .relevant()
            .kind(ActionClass.EXPORT),
        AuditAction.of(
                "audit.event_missing",
                "An event was taken away before it had its place in the tree: somebody with the rights of the database's owner did it.")
            .relevant()
            .severity(Severity.CRITICAL),
        AuditAction.of(
                "audit.trail_damaged",
                "The tree of a trail was found not to continue what was sealed or signed: nothing is signed over it any more.")
            .relevant()
            .severity(Severity.CRITICAL),
        AuditAction.of(
                "audit_key.rotated",
                "Another key signs checkpoints from now on, introduced by the one before.")
            .relevant(),
        AuditAction.of(
                "audit.heads_recorded",
                "The trail of the platform noted how far other trails have come.")
            .relevant());
  }
}
