package org.freehold.identity;

import org.freehold.platform.Problem;

/** Header, host and path name different tenants. */
public final class TenantConflict extends Problem {
  public TenantConflict() {
    super(
        400,
        "tenant_conflict",
        "Tenants disagree",
        "X-Tenant-Slug, the host name and the path name different tenants.",
        "Name the tenant in one way, or the same in each.");
  }
}
