package org.freehold.access;

/**
 * Which state a tenant's feature flags are in: changes with every transaction that changes one.
 *
 * @param version grows with each
 * @param transaction that made it, which tells apart what was rolled back and done again
 * @param open whether that is the running one, so that nobody else sees it yet
 */
public record FlagState(long version, long transaction, boolean open) {}
