package org.freehold.platform;

/** The caller is known and may see the thing, and may not do this. */
public final class NotAllowed extends Problem {
  private NotAllowed(String code, String detail, String hint) {
    super(403, code, "Not allowed", detail, hint);
  }

  /** Names the permission that was missing, and the decision to refer to. */
  public static NotAllowed missing(String permission) {
    NotAllowed problem =
        new NotAllowed(
            "permission_required",
            "This needs the permission " + permission + ".",
            "Ask an administrator of the tenant for a role that holds it.");
    problem.member("permission", permission);
    problem.member("decision_id", Uuid7.next().toString());
    return problem;
  }

  public static NotAllowed peopleOnly() {
    return new NotAllowed(
        "people_only",
        "Only a person may do this, not an API key.",
        "Sign in with POST /api/auth/login and send its access token.");
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
