package org.freehold.engine.migration;

/** A column that is retired: renamed to a tombstone, dropped after the retention time. */
public record DropColumn(String table, String column) implements Change {}
