package org.freehold.market;

/**
 * A use that did not come about.
 *
 * @param tenantKept somebody had opened the tenant by hand: it stays, with all that was made
 */
public record UndoneUse(String failure, boolean tenantKept) {}
