package org.freehold.access.internal;

import org.freehold.platform.TenantId;

/** A call is about to change something in the tenant, perhaps who may do what. */
record TenantTouched(TenantId tenant) {}
