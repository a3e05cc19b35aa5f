package org.freehold.engine.migration;

/**
 * A column that is retired: renamed to a tombstone, dropped after the retention time.
 *
 * @param down on an undo of a column that was not null: expression for the value of rows that were
 *     written meanwhile; null for none
 */
public record DropColumn(String table, String column, String down) implements Change {}
