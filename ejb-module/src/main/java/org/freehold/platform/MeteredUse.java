package org.freehold.platform;

/** Something measured happened: fired in a transaction, and counted when it commits. */
public record MeteredUse(TenantRef tenant, Meter meter, long count) {}
