package org.freehold.forwarding.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;
import org.freehold.platform.Severity;

/** What the trail tells of where it is forwarded to. */
@ApplicationScoped
public class ForwardingAuditActions implements AuditActions {
  @Override
  public List<AuditAction> actions() {
    return List.of(
        AuditAction.of("audit_forwarding.created", "A destination of the trail was made.")
            .relevant(),
        AuditAction.of("audit_forwarding.updated", "A destination of the trail was changed.")
            .relevant(),
        AuditAction.of("audit_forwarding.paused", "Somebody stopped a destination of the trail.")
            .relevant(),
        AuditAction.of("audit_forwarding.resumed", "A destination of the trail goes on.")
            .relevant(),
        AuditAction.of(
                "audit_forwarding.given_up",
                "A destination of the trail took nothing for long, and is sent nothing any more.")
            .relevant()
            .severity(Severity.ERROR),
        AuditAction.of("audit_forwarding.deleted", "A destination of the trail was removed.")
            .relevant());
  }
}
