package org.freehold.audit.sealing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.freehold.audit.internal.LogOrigin;
import org.freehold.audit.sealing.internal.StoredTrail;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.PeopleOnly;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;

/** Changes the key that signs checkpoints; for operators of the platform. */
@Stateless
@Guarded
public class AuditKeyRotation {
  @Inject private StoredTrail trail;
  @Inject private LogOrigin origin;
  @Inject private ChangeLog changes;

  /** What the trail tells of a new key. */
  public record Rotated(String keyId, String verifierKey, String introduction) {}

  /**
   * Makes a new key that signs from now on; the one before introduces it, and goes on to verify
   * what it signed. A Conflict within an hour of the one before: each is kept for ever, and goes
   * along with every bundle.
   */
  @RequiresPermission("system:admin")
  @PeopleOnly
  @Audited(value = "audit_key.rotated", complianceRelevant = true)
  public AuditKeyDetails rotate() {
    TenantRef tenant = CurrentCall.get().requireTenant();
    if (!tenant.isPlatform()) {
      throw NotAllowed.because(
          "platform_only",
          "Only an operator of the platform may do this.",
          "Ask whoever runs this installation.");
    }
    String name = origin.logOf(TenantId.PLATFORM);
    AuditKeyDetails fresh = trail.newKey(tenant, name).told(name);
    changes
        .about("audit_key", null)
        .after(new Rotated(fresh.keyId(), fresh.verifierKey(), fresh.introduction()));
    return fresh;
  }
}
