package org.freehold.domains.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;
import org.freehold.platform.Severity;

/** What the trail tells of custom domains. */
@ApplicationScoped
public class DomainAuditActions implements AuditActions {
  @Override
  public List<AuditAction> actions() {
    return List.of(
        AuditAction.of(
                "domain.added",
                "A custom domain was added; it leads nowhere before it is verified.")
            .relevant(),
        AuditAction.of(
                "domain.verified",
                "The DNS record of a custom domain was found, and from then on it leads to the tenant.")
            .relevant(),
        AuditAction.of(
                "domain.lapsed",
                "The DNS record of a verified domain was gone for too long, and it leads nowhere any more.")
            .relevant()
            .severity(Severity.WARNING),
        AuditAction.of("domain.removed", "A custom domain was removed.").relevant());
  }
}
