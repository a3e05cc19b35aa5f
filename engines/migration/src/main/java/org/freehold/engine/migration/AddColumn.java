package org.freehold.engine.migration;

/**
 * A new column.
 *
 * @param up an expression for the rows that are there; null for none
 */
public record AddColumn(String table, ColumnSpec column, String up) implements Change {}
