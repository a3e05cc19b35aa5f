package org.freehold.platform;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** The caller is known and may see the thing, and may not do this. */
public final class NotAllowed extends Problem {
  private final transient RefusedDecision decision;
  private final AtomicBoolean recorded = new AtomicBoolean();

  private NotAllowed(String code, String detail, String hint) {
    super(403, code, "Not allowed", detail, hint);
    decision = null;
  }

  private NotAllowed(RefusedDecision decision) {
    super(
        403,
        "permission_required",
        "Not allowed",
        "This needs the permission " + decision.permission() + ".",
        "POST /api/access/explain with the decision_id tells why; an administrator of the tenant"
            + " can give a role that holds it.");
    this.decision = decision;
    member("permission", decision.permission());
    member("decision_id", decision.id().toString());
  }

  /** Names the permission that was missing, and the decision to refer to. */
  public static NotAllowed missing(String permission) {
    return missing(permission, null, null);
  }

  /** The permission was missing on a thing; its type is as in {@link On}. */
  public static NotAllowed missing(String permission, String thingType, UUID thingId) {
    return new NotAllowed(RefusedDecision.on(permission, thingType, thingId));
  }

  /** Null when it was refused for something else than a permission. */
  public RefusedDecision decision() {
    return decision;
  }

  /** True for the first who asks: on its way through several services it is recorded once. */
  public boolean toBeRecorded() {
    return recorded.compareAndSet(false, true);
  }

  public static NotAllowed peopleOnly() {
    return new NotAllowed(
        "people_only",
        "Only a person may do this, not an API key.",
        "Sign in with POST /api/auth/login and send its access token.");
  }

  public static NotAllowed portalOnly() {
    return new NotAllowed(
        "portal_only",
        "A portal link opens the webhooks of its tenant, and nothing else.",
        "Sign in, or use an API key, for everything else.");
  }

  public static NotAllowed tenantPending() {
    return new NotAllowed(
        "tenant_pending",
        "The tenant is not open yet.",
        "An operator of the platform opens it, or the run that makes it does when all is there.");
  }

  public static NotAllowed tenantSuspended() {
    return new NotAllowed(
        "tenant_suspended",
        "The tenant is suspended: it can read and export, not write.",
        "An operator of the platform can resume it.");
  }

  public static NotAllowed tenantArchived() {
    return new NotAllowed(
        "tenant_archived",
        "The tenant is archived.",
        "An operator of the platform can restore it.");
  }

  public static NotAllowed because(String code, String detail, String hint) {
    return new NotAllowed(code, detail, hint);
  }
}
