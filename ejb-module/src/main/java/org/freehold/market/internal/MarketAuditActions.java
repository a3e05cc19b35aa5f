package org.freehold.market.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.engine.transparency.ActionClass;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;

/** What the trail tells of templates. */
@ApplicationScoped
public class MarketAuditActions implements AuditActions {
  @Override
  public List<AuditAction> actions() {
    return List.of(
        AuditAction.of("template.uploaded", "A template was uploaded.").relevant(),
        AuditAction.of("template.used", "A tenant was made from a template.")
            .relevant()
            .kind(ActionClass.EXECUTE),
        AuditAction.of(
                "template.upgrade_prepared",
                "An upgrade of a tenant to another version of its template was prepared.")
            .relevant(),
        AuditAction.of(
                "template.upgraded", "A tenant was upgraded to another version of its template.")
            .relevant()
            .kind(ActionClass.EXECUTE),
        AuditAction.of(
                "template.upgrade_undone",
                "A tenant is of the older version of its template again: the upgrade was undone.")
            .relevant()
            .kind(ActionClass.EXECUTE),
        AuditAction.of("template.deleted", "A template was removed.").relevant());
  }
}
