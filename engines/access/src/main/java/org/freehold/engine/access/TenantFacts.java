package org.freehold.engine.access;

import java.util.UUID;

/**
 * The tenant itself; a change of it needs a new snapshot.
 *
 * @param status and {@code tier} as on the wire; null when unknown
 */
public record TenantFacts(UUID id, String status, String tier) {}
