package org.freehold.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.engine.transparency.ActionClass;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;
import org.freehold.platform.Severity;

/** What the trail tells of signing in. */
@ApplicationScoped
public class IdentityAuditActions implements AuditActions {
  @Override
  public List<AuditAction> actions() {
    return List.of(
        AuditAction.of("user.signed_in", "Somebody signed in.")
            .relevant()
            .kind(ActionClass.AUTHENTICATE),
        AuditAction.of(
                "user.sign_in_refused",
                "Somebody could not sign in: unknown, locked, inactive, or with a wrong password.")
            .relevant()
            .severity(Severity.WARNING)
            .kind(ActionClass.AUTHENTICATE),
        AuditAction.of("session.refreshed", "A session went on with new tokens.")
            .kind(ActionClass.AUTHENTICATE),
        AuditAction.of(
                "session.revoked",
                "A session was ended: by its owner, or because one of its tokens was used a second time.")
            .relevant()
            .kind(ActionClass.AUTHENTICATE));
  }
}
