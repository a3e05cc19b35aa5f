package org.freehold.engine.migration;

/** A table that is retired: renamed to a tombstone, dropped after the retention time. */
public record DropTable(String table) implements Change {}
