package org.freehold.platform;

/** The call is about a tenant, and the request names none. */
public final class TenantRequired extends Problem {
  public TenantRequired() {
    super(
        400,
        "tenant_required",
        "Tenant required",
        "The request does not say which tenant it is for.",
        "Send X-Tenant-Slug, use the tenant's host name, or the path /t/{slug}/api.");
  }
}
