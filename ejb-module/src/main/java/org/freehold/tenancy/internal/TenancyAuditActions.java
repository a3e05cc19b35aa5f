package org.freehold.tenancy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.engine.transparency.ActionClass;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;
import org.freehold.platform.Severity;

/** What the trail tells of tenants and their people. */
@ApplicationScoped
public class TenancyAuditActions implements AuditActions {
  @Override
  public List<AuditAction> actions() {
    return List.of(
        AuditAction.of("tenant.created", "A tenant was made.").relevant(),
        AuditAction.of("tenant.updated", "Name, tier or settings of a tenant were changed.")
            .relevant(),
        AuditAction.of("tenant.activated", "A tenant was opened.").relevant(),
        AuditAction.of(
                "tenant.suspended",
                "A tenant was closed for a while, by an operator or because its trial ended.")
            .relevant()
            .severity(Severity.WARNING),
        AuditAction.of("tenant.resumed", "A suspended tenant was opened again.").relevant(),
        AuditAction.of("tenant.archived", "A tenant was closed for good.")
            .relevant()
            .severity(Severity.WARNING),
        AuditAction.of("tenant.discarded", "A tenant that was not opened yet was given up.")
            .relevant()
            .severity(Severity.WARNING),
        AuditAction.of(
                "tenant.access_rules.updated",
                "The rules by which a tenant lets calls in were changed: networks, hours, countries, a second factor.")
            .relevant()
            .kind(ActionClass.AUTHORIZE),
        AuditAction.of("user.created", "Somebody was given an account in the tenant.").relevant(),
        AuditAction.of("user.updated", "The account of somebody was changed or deactivated.")
            .relevant(),
        AuditAction.of("membership.added", "Somebody became a member of the tenant.")
            .relevant()
            .kind(ActionClass.AUTHORIZE),
        AuditAction.of("workspace.created", "A workspace was made."),
        AuditAction.of("workspace.updated", "A workspace was changed."),
        AuditAction.of("workspace.member_added", "Somebody was let into a workspace.")
            .relevant()
            .kind(ActionClass.AUTHORIZE),
        AuditAction.of("workspace.member_removed", "Somebody was taken out of a workspace.")
            .relevant()
            .kind(ActionClass.AUTHORIZE),
        AuditAction.of("team.created", "A team was made."),
        AuditAction.of("team.updated", "A team was changed."),
        AuditAction.of("team.member_added", "Somebody joined a team.")
            .relevant()
            .kind(ActionClass.AUTHORIZE),
        AuditAction.of("team.member_removed", "Somebody left a team.")
            .relevant()
            .kind(ActionClass.AUTHORIZE));
  }
}
