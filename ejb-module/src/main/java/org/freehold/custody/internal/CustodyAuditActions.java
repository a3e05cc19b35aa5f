package org.freehold.custody.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;
import org.freehold.platform.Severity;

/** What the trail tells of copies of checkpoints. */
@ApplicationScoped
public class CustodyAuditActions implements AuditActions {
  @Override
  public List<AuditAction> actions() {
    return List.of(
        AuditAction.of(
                "audit_checkpoint.contradicted",
                "The object store holds another checkpoint of the same log and size.")
            .relevant()
            .severity(Severity.CRITICAL));
  }
}
