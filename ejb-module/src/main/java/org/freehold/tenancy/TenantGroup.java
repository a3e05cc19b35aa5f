package org.freehold.tenancy;

/**
 * How many tenants are alike.
 *
 * @param plan its id
 */
public record TenantGroup(TenantStatus status, TenantTier tier, String plan, long count) {}
