package org.freehold.engine.migration;

/** A constraint that no longer holds. */
public record DropConstraint(String table, String name) implements Change {}
