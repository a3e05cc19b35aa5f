package org.freehold.keys.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.engine.transparency.ActionClass;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;

/** What the trail tells of API keys and links. */
@ApplicationScoped
public class KeyAuditActions implements AuditActions {
  @Override
  public List<AuditAction> actions() {
    return List.of(
        AuditAction.of("api_key.created", "An API key was made and shown once.").relevant(),
        AuditAction.of("api_key.updated", "The name, networks or end of an API key were changed.")
            .relevant(),
        AuditAction.of("api_key.rotated", "An API key was replaced by another.").relevant(),
        AuditAction.of("api_key.revoked", "An API key was ended.").relevant(),
        AuditAction.of(
                "portal_link.created",
                "A link was made that opens the webhook pages to people without an account.")
            .relevant(),
        AuditAction.of("portal_link.opened", "A link to the webhook pages was opened.")
            .relevant()
            .kind(ActionClass.AUTHENTICATE),
        AuditAction.of("portal_link.ended", "A link to the webhook pages was ended.").relevant());
  }
}
