package org.freehold.alerts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;
import org.freehold.platform.Severity;

/** What the trail tells of alerts. */
@ApplicationScoped
public class AlertAuditActions implements AuditActions {
  @Override
  public List<AuditAction> actions() {
    return List.of(
        AuditAction.of("alert_rules.updated", "What the tenant is warned of was changed.")
            .relevant(),
        AuditAction.of(
                "security_alert.raised",
                "A rule found something in the trail that somebody should look at.")
            .relevant()
            .severity(Severity.WARNING),
        AuditAction.of("security_alert.acknowledged", "Somebody said that they look at an alert.")
            .relevant(),
        AuditAction.of("security_alert.resolved", "Somebody was done with an alert.").relevant());
  }
}
