package org.freehold.retention.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.engine.transparency.ActionClass;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;
import org.freehold.platform.Severity;

/** What the trail tells of retention and holds. */
@ApplicationScoped
public class RetentionAuditActions implements AuditActions {
  @Override
  public List<AuditAction> actions() {
    return List.of(
        AuditAction.of(
                "retention.changed",
                "The days for which a class of data is kept were changed, or whether a person must"
                    + " approve its removal.")
            .relevant()
            .severity(Severity.WARNING),
        AuditAction.of(
                "retention_plan.approved", "A month that had expired was let go by a person.")
            .relevant()
            .severity(Severity.WARNING),
        AuditAction.of(
                "retention_plan.rejected",
                "A month that had expired is kept until a person lets it go.")
            .relevant(),
        AuditAction.of(
                "retention.certified",
                "Events that had expired are in an archive that was read back, and are removed next;"
                    + " verifiers take this event as the certificate.")
            .kind(ActionClass.DELETE)
            .relevant()
            .severity(Severity.WARNING),
        AuditAction.of("retention_archive.exported", "An archive of events was exported.")
            .relevant(),
        AuditAction.of(
                "legal_hold.placed", "A legal hold was placed: what it covers is not deleted.")
            .relevant(),
        AuditAction.of(
                "legal_hold.released",
                "A legal hold was released, by somebody else than the one who placed it.")
            .relevant()
            .severity(Severity.WARNING));
  }
}
