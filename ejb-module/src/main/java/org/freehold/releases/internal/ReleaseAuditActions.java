package org.freehold.releases.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.engine.transparency.ActionClass;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;
import org.freehold.platform.Severity;

/** What the trail tells of releases. */
@ApplicationScoped
public class ReleaseAuditActions implements AuditActions {
  @Override
  public List<AuditAction> actions() {
    return List.of(
        AuditAction.of("release.created", "A release was put together."),
        AuditAction.of(
            "release.prepared", "The plan of a release for an environment was made or renewed."),
        AuditAction.of(
                "release.recorded", "A release that another system carried out was recorded.")
            .relevant(),
        AuditAction.of("release.approved", "Somebody approved a release.")
            .relevant()
            .kind(ActionClass.AUTHORIZE),
        AuditAction.of("release.rejected", "Somebody rejected a release.")
            .relevant()
            .kind(ActionClass.AUTHORIZE),
        AuditAction.of(
                "release.promotion_requested", "Somebody had a release promoted to an environment.")
            .relevant()
            .kind(ActionClass.EXECUTE),
        AuditAction.of("release.promoted", "A release is in place and was found healthy.")
            .relevant()
            .kind(ActionClass.EXECUTE),
        AuditAction.of("release.failed", "A promotion failed.")
            .relevant()
            .severity(Severity.ERROR)
            .kind(ActionClass.EXECUTE),
        AuditAction.of("release.rollback_requested", "Somebody had a release rolled back.")
            .relevant()
            .kind(ActionClass.EXECUTE),
        AuditAction.of("release.rolled_back", "A release was undone.")
            .relevant()
            .kind(ActionClass.EXECUTE),
        AuditAction.of(
                "release.rollback_failed", "A release could not be undone: somebody must look.")
            .relevant()
            .severity(Severity.ERROR)
            .kind(ActionClass.EXECUTE),
        AuditAction.of(
                "release_signing_key.registered",
                "An approver registered the key that signs their approvals.")
            .relevant(),
        AuditAction.of("release_signing_key.revoked", "A key that signs approvals was revoked.")
            .relevant());
  }
}
