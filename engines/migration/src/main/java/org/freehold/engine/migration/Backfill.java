package org.freehold.engine.migration;

/**
 * New values for rows that are there.
 *
 * @param value an expression over the row
 * @param where a condition; null for all rows
 */
public record Backfill(String table, String column, String value, String where) implements Change {}
