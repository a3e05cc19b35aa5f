package org.freehold.access;

import org.freehold.platform.TenantId;

/**
 * What somebody may do in the tenant changes when this transaction commits. Fired inside it:
 * whoever keeps decisions observes the commit.
 */
public record AccessChanged(TenantId tenant) {}
