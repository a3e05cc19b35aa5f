package org.freehold.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;
import org.freehold.platform.Severity;

/** What the trail tells of mail. */
@ApplicationScoped
public class MailAuditActions implements AuditActions {
  @Override
  public List<AuditAction> actions() {
    return List.of(
        AuditAction.of("mail.given_up", "A mail could not be sent, and nobody tries any more.")
            .severity(Severity.WARNING));
  }
}
