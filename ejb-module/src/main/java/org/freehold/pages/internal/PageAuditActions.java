package org.freehold.pages.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;

/** What the trail tells of pages of a tenant. */
@ApplicationScoped
public class PageAuditActions implements AuditActions {
  @Override
  public List<AuditAction> actions() {
    return List.of(
        AuditAction.of("page.saved", "A page of the tenant was made or changed."),
        AuditAction.of("page.deleted", "A page of the tenant was removed."));
  }
}
