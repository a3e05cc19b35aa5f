package org.freehold.access.explain.internal;

/**
 * What the asker may be told.
 *
 * @param people and who of them holds what
 * @param policies and what their conditions say
 */
public record Discretion(boolean people, boolean policies) {}
