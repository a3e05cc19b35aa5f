package org.freehold.engine.migration;

/**
 * A condition that every row must meet.
 *
 * @param name null for one that is made from table and column
 */
public record CheckSpec(String name, String constraint) {}
