package org.freehold.compliance.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;

/** What the trail tells of compliance reports. */
@ApplicationScoped
public class ComplianceAuditActions implements AuditActions {
  @Override
  public List<AuditAction> actions() {
    return List.of(
        AuditAction.of("compliance_report.requested", "Somebody asked for a compliance report.")
            .relevant(),
        AuditAction.of(
                "compliance_report.completed",
                "A compliance report was completed; the event has the hash of its results.")
            .relevant(),
        AuditAction.of("compliance_report.removed", "A compliance report was removed for good.")
            .relevant());
  }
}
