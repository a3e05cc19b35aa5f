package org.freehold.engine.migration;

/** An index that is no longer needed. */
public record DropIndex(String name) implements Change {}
