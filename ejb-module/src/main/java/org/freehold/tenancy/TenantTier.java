package org.freehold.tenancy;

/** What a tenant bought, in steps. */
public enum TenantTier {
  FREE,
  STARTER,
  PROFESSIONAL,
  ENTERPRISE,
  CUSTOM
}
