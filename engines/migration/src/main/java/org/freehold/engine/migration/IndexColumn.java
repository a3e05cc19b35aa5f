package org.freehold.engine.migration;

/**
 * A column of an index.
 *
 * @param descending whether it is sorted downwards
 * @param nullsFirst null for what PostgreSQL does by itself
 */
public record IndexColumn(String column, boolean descending, Boolean nullsFirst) {}
